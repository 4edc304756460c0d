import { Button, Flex, MenuItem, SimpleMenu, Typography } from '@strapi/design-system';
import type { DeskTicketDetail, TicketChange } from '../../../contracts/desk';
import { snoozeEnd, snoozeSpans } from '../desk/snooze-times';
import { Moment } from '../display/Moment';
import { useWords } from '../use-words';

/** Puts a ticket off for a while, or brings it back. */
export const Snooze = ({ ticket, disabled, onChange }: { ticket: DeskTicketDetail; disabled: boolean; onChange(change: TicketChange): void }) => {
  const say = useWords();
  if (ticket.turn === 'nobody') return null;
  if (ticket.snoozedUntil) {
    return (
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography>
          {say('snooze.until')} <Moment at={ticket.snoozedUntil} form="full" />
        </Typography>
        <Button variant="secondary" fullWidth disabled={disabled} onClick={() => onChange({ snoozeUntil: null })}>
          {say('snooze.end')}
        </Button>
      </Flex>
    );
  }
  return (
    <SimpleMenu label={say('snooze.title')} variant="tertiary" disabled={disabled}>
      {snoozeSpans.map((span) => (
        <MenuItem key={span} onSelect={() => onChange({ snoozeUntil: snoozeEnd(span, new Date()).toISOString() })}>
          {say(`snooze.${span}`)}
        </MenuItem>
      ))}
    </SimpleMenu>
  );
};
