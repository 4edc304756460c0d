import { Box, Checkbox, Flex, Popover, Switch, Typography, Button } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useId, useState } from 'react';
import type { ChatSeat } from '../../../contracts/chat';
import { sayRefusal } from '../desk/refusal';
import { PlainSelect } from '../settings/PlainSelect';
import { useWords } from '../use-words';
import { askForNotices, chooseAlerts, useAlerts } from './alerts';
import { changeSeat } from './client';

const mostChoices = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20];

/** Saves at once; the page is read anew after it. */
const useSeat = (onChange: () => void) => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const [saving, setSaving] = useState(false);
  const change = async (available: boolean, most?: number): Promise<void> => {
    setSaving(true);
    try {
      await changeSeat(available, most);
      onChange();
    } catch (error) {
      toggleNotification({ type: 'danger', message: sayRefusal(error, say) });
    } finally {
      setSaving(false);
    }
  };
  return { saving, change };
};

/** How else a new chat is told; off unless chosen, and for this browser only. */
const AlertChoices = () => {
  const say = useWords();
  const alerts = useAlerts();
  const [refused, setRefused] = useState(false);
  const notices = async (wanted: boolean): Promise<void> => {
    const allowed = !wanted || (await askForNotices());
    setRefused(!allowed);
    if (allowed) chooseAlerts({ ...alerts, notice: wanted });
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Checkbox checked={alerts.sound} onCheckedChange={(checked) => chooseAlerts({ ...alerts, sound: checked === true })}>
        {say('chats.alertSound')}
      </Checkbox>
      <Checkbox checked={alerts.notice} onCheckedChange={(checked) => void notices(checked === true)}>
        {say('chats.alertNotice')}
      </Checkbox>
      <Typography role="status" variant="pi" textColor="danger700">
        {refused ? say('chats.alertRefused') : ''}
      </Typography>
    </Flex>
  );
};

/** Whether the agent takes chats, how many at once, and how he is told of new ones. */
export const SeatControls = ({ seat, onChange }: { seat: ChatSeat; onChange(): void }) => {
  const say = useWords();
  const label = useId();
  const { saving, change } = useSeat(onChange);
  const options = [...new Set([...mostChoices, seat.most])].sort((one, other) => one - other).map((most) => ({ value: String(most), label: say('chats.atOnce', { count: most }) }));
  return (
    <Flex gap={4} wrap="wrap" alignItems="center">
      <Flex gap={2}>
        {/* The design system moves the thumb to the right only: in a line from right to left it would leave its track. */}
        <Flex dir="ltr">
          <Switch aria-labelledby={label} checked={seat.available} disabled={saving} onCheckedChange={(available) => void change(available)} />
        </Flex>
        <Typography id={label} fontWeight="bold">
          {say('chats.available')}
        </Typography>
        <Typography textColor="neutral600">{say('chats.load', { open: seat.open, most: seat.most })}</Typography>
      </Flex>
      <Box width="15rem">
        <PlainSelect size="S" label={say('chats.mostLabel')} value={String(seat.most)} options={options} disabled={saving} onChange={(most) => void change(seat.available, Number(most))} />
      </Box>
      <Popover.Root>
        <Popover.Trigger>
          <Button variant="tertiary">{say('chats.alerts')}</Button>
        </Popover.Trigger>
        <Popover.Content align="end">
          <Box padding={4} maxWidth="34rem">
            <AlertChoices />
          </Box>
        </Popover.Content>
      </Popover.Root>
    </Flex>
  );
};
