import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useWords } from '../use-words';

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

interface Props {
  value: string;
  error?: string;
  onChange(zone: string): void;
}

/** A time zone, found by typing a part of its name. Opened, it is empty and offers all; left without a choice, it says the one that was there. */
export const TimeZoneField = ({ value, error, onChange }: Props) => {
  const say = useWords();
  const [typed, setTyped] = useState(value);
  const [open, setOpen] = useState(false);
  // By the time the list closes, the choice is made, but not drawn yet.
  const chosen = useRef(value);
  const offered = value === '' || zones.includes(value) ? zones : [value, ...zones];
  const choose = (zone?: string): void => {
    if (zone === undefined) return;
    chosen.current = zone;
    onChange(zone);
  };
  const show = (isOpen: boolean): void => {
    setOpen(isOpen);
    setTyped(isOpen ? '' : chosen.current);
  };
  /** Enter takes the first that is offered for what was typed; by itself the list takes only what the arrow keys chose. */
  const takeFirst = (event: KeyboardEvent<HTMLInputElement>): void => {
    const first = offered.find((zone) => zone.toLowerCase().includes(typed.toLowerCase()));
    if (event.key !== 'Enter' || !open || typed === '' || !first || event.currentTarget.getAttribute('aria-activedescendant')) return;
    event.preventDefault();
    choose(first);
    show(false);
  };
  return (
    <Field.Root hint={say('hours.zoneHint')} error={error} width="100%">
      <Field.Label>{say('hours.timeZone')}</Field.Label>
      <Combobox
        value={value}
        placeholder={value}
        textValue={typed}
        onTextValueChange={setTyped}
        open={open}
        onOpenChange={show}
        onChange={choose}
        onKeyDown={takeFirst}
        autocomplete={{ type: 'list', filter: 'contains' }}
      >
        {offered.map((zone) => (
          <ComboboxOption key={zone} value={zone}>
            {zone}
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
};
