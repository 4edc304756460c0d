import { Button, Flex } from '@strapi/design-system';
import { useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import { latestSnooze, localMoment, snoozeEnd, typedMoment } from '../desk/snooze-times';
import { TimeInput } from '../display/TimeInput';
import { useWords } from '../use-words';

const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const MomentForm = ({ onChoose, onCancel }: { onChoose(until: Date): void; onCancel(): void }) => {
  const say = useWords();
  const [typed, setTyped] = useState(() => localMoment(snoozeEnd('tomorrow', new Date())));
  const [refused, setRefused] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const until = typedMoment(typed, new Date());
    setRefused(until === null);
    if (until) onChoose(until);
  };
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') onCancel();
  };
  return (
    // Its own words about a time that is over are better than the browser's.
    <Flex tag="form" noValidate direction="column" alignItems="stretch" gap={2} onSubmit={submit} onKeyDown={onKeyDown}>
      <TimeInput type="datetime-local" focused label={say('snooze.moment')} hint={say('snooze.zone', { zone: zone() })} error={refused ? say('snooze.impossible') : undefined} min={localMoment(new Date())} max={localMoment(latestSnooze(new Date()))} value={typed} onChange={setTyped} />
      <Button type="submit" variant="secondary" fullWidth>
        {say('snooze.act')}
      </Button>
    </Flex>
  );
};

/** Puts a ticket off until a day and a time of the agent's choice, in the agent's own time zone. */
export const SnoozeUntil = ({ disabled, onChoose }: { disabled: boolean; onChoose(until: Date): void }) => {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // The field goes away with the focus in it.
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const choose = (until: Date): void => {
    close();
    onChoose(until);
  };
  return (
    <>
      <Button ref={button} variant="tertiary" fullWidth disabled={disabled} aria-expanded={open} onClick={() => setOpen(!open)}>
        {say('snooze.other')}
      </Button>
      {open && <MomentForm onChoose={choose} onCancel={close} />}
    </>
  );
};
