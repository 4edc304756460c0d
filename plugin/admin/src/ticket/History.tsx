import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { TicketEvent } from '../../../contracts/tickets';
import { promiseNames } from '../../../contracts/service-levels';
import { priorities, ticketStates } from '../../../contracts/tickets';
import { Card } from '../display/Card';
import { Moment } from '../display/Moment';
import { useWords } from '../use-words';
import type { Say } from '../use-words';

/** Events carry states, priorities and times as their codes, names of people and categories as they are. */
const wordOf = (type: TicketEvent['type'], value: string | undefined, say: Say, format: (iso: string) => string): string => {
  const state = ticketStates.find((each) => each === value);
  if (type === 'ticket.state_changed' && state) return say(`state.${state}`);
  if (type === 'ticket.snoozed' && value) return format(value);
  const priority = priorities.find((each) => each === value);
  if (type === 'ticket.priority_changed' && priority) return say(`priority.${priority}`);
  const promise = promiseNames.find((each) => each === value);
  if (type.startsWith('sla.') && promise) return say(`promised.${promise}`);
  return value ?? '';
};

const sentence = ({ type, actor, data }: TicketEvent, say: Say, format: (iso: string) => string): string => {
  const values = { actor: actor.kind === 'system' ? say('actor.system') : actor.name, from: wordOf(type, data.from, say, format), to: wordOf(type, data.to, say, format) };
  if (type === 'ticket.assigned' && !data.to) return say('event.unassigned', values);
  if (type === 'ticket.merged' && data.from) return say('event.mergedHere', values);
  if (type === 'ticket.joined' && data.from) return say('event.joinedHere', values);
  if (type === 'ticket.separated' && data.from) return say('event.separatedHere', values);
  return say(`event.${type}`, values);
};

/** What happened to a ticket, newest first. */
export const History = ({ events }: { events: TicketEvent[] }) => {
  const say = useWords();
  const { formatDate } = useIntl();
  const format = (iso: string): string => formatDate(iso, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Card title={say('history.title')}>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
        {[...events].reverse().map((event) => (
          <Box key={event.id} tag="li">
            <Typography tag="p" variant="pi">
              {sentence(event, say, format)}
            </Typography>
            <Typography variant="pi" textColor="neutral600">
              <Moment at={event.createdAt} />
            </Typography>
          </Box>
        ))}
      </Flex>
    </Card>
  );
};
