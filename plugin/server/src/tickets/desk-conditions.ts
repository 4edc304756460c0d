import type { ViewFilters } from '../../../contracts/desk';
import { lowRatingDays, lowScore } from '../../../contracts/ratings';
import { ticketStates } from '../../../contracts/tickets';
import type { TicketState, Turn } from '../../../contracts/tickets';
import { after, days, now } from '../platform/clock';
import { dueIs, equal, narrowing, statesOf } from './list-query';
import type { Condition } from './list-query';
import { activeStates, rankOf, turnOf } from './state';

// Of tickets that somebody has to act on: a mark that is older than the news, or none.
const unreadSql = `turn <> 'nobody' and not exists (select 1 from portal_read_marks m where m.agent_id = ? and m.ticket_id = portal_tickets.id and m.seen_event >= coalesce(portal_tickets.news_event, 0))`;

/** True for a row of the list that has news the agent has not seen. */
export const unreadFor = (agentId: number): Condition => ({ sql: unreadSql, bindings: [agentId] });

/** Filters that leave so few that those are looked through for whatever else is asked. */
export const isNarrow = ({ assignee, tag, snoozed, due }: ViewFilters): boolean => (assignee !== undefined && assignee !== 'nobody') || tag !== undefined || snoozed === 'yes' || due !== undefined;

const assigneeIs = (assignee: ViewFilters['assignee'], me: number): Condition[] => {
  if (assignee === undefined) return [];
  return assignee === 'nobody' ? [{ sql: 'assignee_id is null', bindings: [] }] : [equal('assignee_id', assignee === 'me' ? me : Number(assignee))];
};

const snoozedIs = (snoozed: ViewFilters['snoozed']): Condition[] =>
  snoozed === undefined ? [] : [{ sql: `snoozed_until is ${snoozed === 'yes' ? 'not null' : 'null'}`, bindings: [] }];

const ratedLow = (moment: Date): Condition => ({ sql: 'id in (select ticket_id from portal_ratings where score <= ? and updated_at >= ?)', bindings: [lowScore, after(moment, -days(lowRatingDays))] });

const stateIsOf = (states: readonly TicketState[]): Condition => ({ sql: `state in (${states.map(() => '?').join(', ')})`, bindings: [...states] });
/** By the states that mean it: the index in which lists are sorted knows those. */
const turnIs = (turn: Turn): Condition => stateIsOf(activeStates.filter((state) => turnOf(state) === turn));

/** What an agent's filters make of the list. `categoryId` is that of `category`: 0 where there is none of this name. */
export const deskConditions = (filters: ViewFilters, me: number, categoryId: number): Condition[] => [
  ...narrowing({ state: filters.state, q: filters.q ?? '' }),
  ...assigneeIs(filters.assignee, me),
  ...snoozedIs(filters.snoozed),
  ...(filters.turn ? [turnIs(filters.turn)] : []),
  ...(filters.due ? [dueIs(filters.due, now())] : []),
  ...(filters.priority ? [equal('priority', filters.priority)] : []),
  ...(filters.category ? [equal('category_id', categoryId)] : []),
  ...(filters.tag ? [{ sql: 'id in (select ticket_id from portal_ticket_tags where tag = ?)', bindings: [filters.tag] }] : []),
  ...(filters.unread ? [unreadFor(me)] : []),
  ...(filters.rating ? [ratedLow(now())] : []),
];

/**
 * The same for a page in its order. The indexes of a category and of a priority go on with the state: where all states
 * are wanted they are named, so that each is looked at by itself, newest first.
 */
export const pageConditions = ({ priority, ...filters }: ViewFilters, me: number, categoryId: number): Condition[] => [
  ...deskConditions(filters, me, categoryId),
  ...(priority ? [equal('priority_rank', rankOf(priority))] : []),
  ...((filters.category || priority) && !filters.state && !filters.turn && !isNarrow(filters) ? [stateIsOf(ticketStates)] : []),
];

/**
 * The same for counting. A state is also someone's turn (`tickets/state.ts` keeps the two together), and the index
 * that answers the counts begins with the turn.
 */
export const countConditions = (filters: ViewFilters, me: number, categoryId: number): Condition[] => {
  const { state, turn, ...others } = filters;
  // Only what wants somebody to act is due, and its own index knows it; with a turn SQLite would read every ticket instead.
  if (filters.due) return deskConditions(state === 'active' ? { ...others, turn } : filters, me, categoryId);
  const turns = turn ? [turn] : [...new Set((statesOf(state) ?? []).map(turnOf))];
  if (turns.length === 0) return deskConditions(filters, me, categoryId);
  return [{ sql: `turn in (${turns.map(() => '?').join(', ')})`, bindings: turns }, ...deskConditions(state === 'active' ? others : { ...others, state }, me, categoryId)];
};
