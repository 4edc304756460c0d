import type { CountedAs, DeskListQuery } from '../../../contracts/desk';
import type { Binding } from '../platform/statements';
import { daysLater, startIn } from '../service-levels/zone-days';
import { equal } from '../tickets/list-query';
import type { Condition } from '../tickets/list-query';
import { doneStates } from '../tickets/state';

type Query = Pick<DeskListQuery, 'counted' | 'from' | 'to' | 'segment' | 'language'>;
const own = 'merged_into_id is null';
const done = `state in (${doneStates.map((state) => `'${state}'`).join(', ')})`;
/** Both ways in which the databases write it. */
const says = (name: string, value: string): string => `(cast(e.data as text) like '%"${name}":"${value}"%' or cast(e.data as text) like '%"${name}": "${value}"%')`;
const line = (which: string): string => `exists (select 1 from portal_ticket_events e where e.ticket_id = portal_tickets.id and ${which} and e.created_at between ? and ?)`;
const breached = (promise: 'reply' | 'resolution'): string => `${promise}_promise = 'broken' and ${line(`e.type = 'sla.breached' and ${says('to', promise)}`)}`;

/** As `analytics/facts.ts` counts them; each ends with the two moments. */
const conditions: Record<CountedAs, string> = {
  opened: 'created_at between ? and ?',
  resolved: `${own} and ${done} and turn_since between ? and ?`,
  reopened: line(`(e.type = 'ticket.reopened' or (e.type = 'ticket.state_changed' and ${says('from', 'solved')}))`),
  replied: `${own} and first_replied_at between ? and ?`,
  expected: `${own} and expected_reply_hours is not null and first_replied_at between ? and ?`,
  rated: `${own} and exists (select 1 from portal_ratings r where r.ticket_id = portal_tickets.id and r.created_at between ? and ?)`,
  reply_kept: `${own} and reply_promise = 'kept' and first_replied_at between ? and ?`,
  reply_broken: `${own} and ${breached('reply')}`,
  resolution_kept: `${own} and resolution_promise = 'kept' and turn_since between ? and ?`,
  resolution_broken: `${own} and ${breached('resolution')}`,
};

/** Up to the last millisecond of the last day: moments are kept no finer. */
const within = (from: string, to: string, timeZone: string): Binding[] => [startIn(timeZone, from), new Date(startIn(timeZone, daysLater(to, 1)).getTime() - 1)];

/** What narrows the agents' list to the tickets behind a figure. */
export const countedConditions = ({ counted, from, to, segment, language }: Query, timeZone: string): Condition[] => [
  ...(counted ? [{ sql: conditions[counted], bindings: within(from ?? '2000-01-01', to ?? '2099-12-31', timeZone) }] : []),
  ...(segment === undefined ? [] : [equal('segment', segment)]),
  ...(language === undefined ? [] : [equal('language', language)]),
];
