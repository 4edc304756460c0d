import { Button, Flex, MenuItem, SimpleMenu, Typography } from '@strapi/design-system';
import type { DeskTicketDetail } from '../../../contracts/desk';
import { snoozeEnd, snoozeSpans } from '../desk/snooze-times';
import { Moment } from '../display/Moment';
import { useWords } from '../use-words';
import { SnoozeUntil } from './SnoozeUntil';
import type { ChangeTicket } from './use-ticket-change';

const Presets = ({ disabled, onChoose }: { disabled: boolean; onChoose(until: Date): void }) => {
  const say = useWords();
  return (
    <SimpleMenu label={say('snooze.title')} variant="tertiary" disabled={disabled}>
      {snoozeSpans.map((span) => (
        <MenuItem key={span} onSelect={() => onChoose(snoozeEnd(span, new Date()))}>
          {say(`snooze.${span}`)}
        </MenuItem>
      ))}
    </SimpleMenu>
  );
};

const Snoozed = ({ until, disabled, onWake }: { until: string; disabled: boolean; onWake(): void }) => {
  const say = useWords();
  return (
    <>
      <Typography>
        {say('snooze.until')} <Moment at={until} form="full" />
      </Typography>
      <Button variant="secondary" fullWidth disabled={disabled} onClick={onWake}>
        {say('snooze.end')}
      </Button>
    </>
  );
};

/** Puts a ticket off for a while or until any time, or brings it back. */
export const Snooze = ({ ticket, disabled, onChange }: { ticket: DeskTicketDetail; disabled: boolean; onChange: ChangeTicket }) => {
  if (ticket.turn === 'nobody') return null;
  const until = (moment: Date | null): void => {
    const snoozeUntil = moment?.toISOString() ?? null;
    void onChange({ snoozeUntil }, { snoozedUntil: snoozeUntil });
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {ticket.snoozedUntil ? <Snoozed until={ticket.snoozedUntil} disabled={disabled} onWake={() => until(null)} /> : <Presets disabled={disabled} onChoose={until} />}
      <SnoozeUntil disabled={disabled} onChoose={until} />
    </Flex>
  );
};
