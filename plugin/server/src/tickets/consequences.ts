import type { Priority, TicketEventType, TicketState } from '../../../contracts/tickets';
import { spentAt } from '../service-levels/promises';
import type { Levels } from '../service-levels/promises';
import { doneStates, rankOf, turnOf } from './state';
import type { Actor, TicketRow } from './rows';
import type { Happening } from './services/ticket-history';

/** What is to become of a ticket; what is left out stays. */
export interface Change {
  state?: TicketState;
  priority?: Priority;
  category?: { id: number; name: string; before: string };
  assignee?: { id: number; name: string } | null;
  /** Tags that were put on and taken off. */
  tagged?: string[];
  untagged?: string[];
  snoozeUntil?: Date | null;
}
interface Consequences {
  columns: Partial<TicketRow>;
  happenings: Happening[];
}
/** When it happens, and what opening hours there are then. */
interface Circumstances {
  moment: Date;
  levels: Levels;
}
type Part = (ticket: TicketRow, change: Change, actor: Actor, at: Circumstances) => Consequences | null;

const stateEvent = (from: TicketState, to: TicketState): TicketEventType => {
  if (to === 'closed') return 'ticket.closed';
  return from === 'closed' ? 'ticket.reopened' : 'ticket.state_changed';
};

const stateColumns = (ticket: TicketRow, state: TicketState, { moment: at, levels }: Circumstances): Partial<TicketRow> => {
  const turn = turnOf(state);
  const moment = at.toISOString();
  return {
    state,
    turn,
    // The clock of whose turn it is only starts again when the turn changes hands.
    turnSince: turn === ticket.turn ? ticket.turnSince : moment,
    spentSeconds: turn === ticket.turn ? ticket.spentSeconds : spentAt(levels, ticket, at),
    solvedAt: state === 'solved' ? moment : state === 'closed' ? ticket.solvedAt : null,
    closedAt: state === 'closed' ? moment : null,
  };
};

const ofState: Part = (ticket, { state }, actor, at) => {
  if (!state || state === ticket.state) return null;
  return { columns: stateColumns(ticket, state, at), happenings: [{ type: stateEvent(ticket.state, state), actor, data: { from: ticket.state, to: state } }] };
};

const ofPriority: Part = (ticket, { priority }, actor) => {
  if (!priority || priority === ticket.priority) return null;
  return { columns: { priority, priorityRank: rankOf(priority) }, happenings: [{ type: 'ticket.priority_changed', actor, data: { from: ticket.priority, to: priority } }] };
};

const ofCategory: Part = (ticket, { category }, actor) => {
  if (!category || category.id === ticket.categoryId) return null;
  return { columns: { categoryId: category.id }, happenings: [{ type: 'ticket.category_changed', actor, data: { from: category.before, to: category.name } }] };
};

const ofAssignee: Part = (ticket, { assignee }, actor) => {
  if (assignee === undefined || (assignee?.id ?? null) === ticket.assigneeId) return null;
  return { columns: { assigneeId: assignee?.id ?? null }, happenings: [{ type: 'ticket.assigned', actor, data: assignee ? { to: assignee.name } : {}, internal: true }] };
};

const ofTags: Part = (_ticket, { tagged = [], untagged = [] }, actor) => ({
  columns: {},
  happenings: [
    ...(tagged.length > 0 ? [{ type: 'ticket.tagged' as const, actor, data: { to: tagged.join(', ') }, internal: true }] : []),
    ...(untagged.length > 0 ? [{ type: 'ticket.untagged' as const, actor, data: { from: untagged.join(', ') }, internal: true }] : []),
  ],
});

const woken = (actor: Actor): Consequences => ({ columns: { snoozedUntil: null }, happenings: [{ type: 'ticket.woken', actor, internal: true }] });

/** The customer's words bring a snoozed ticket back; what is done has no need to come back. */
const ofSnooze: Part = (ticket, { state, snoozeUntil }, actor) => {
  if (state && doneStates.includes(state)) return ticket.snoozedUntil ? { columns: { snoozedUntil: null }, happenings: [] } : null;
  if (ticket.snoozedUntil && (snoozeUntil === null || (snoozeUntil === undefined && state && actor.kind === 'customer'))) return woken(actor);
  if (!snoozeUntil || snoozeUntil.getTime() === new Date(ticket.snoozedUntil ?? 0).getTime()) return null;
  const until = snoozeUntil.toISOString();
  return { columns: { snoozedUntil: until }, happenings: [{ type: 'ticket.snoozed', actor, data: { to: until }, internal: true }] };
};

const parts: Part[] = [ofState, ofPriority, ofCategory, ofAssignee, ofTags, ofSnooze];

/** Columns and happenings that a change means for a ticket; what stays the same is left out. */
export const consequences = (ticket: TicketRow, change: Change, actor: Actor, at: Circumstances): Consequences => {
  const each = parts.flatMap((part) => part(ticket, change, actor, at) ?? []);
  return { columns: Object.assign({}, ...each.map(({ columns }) => columns)) as Partial<TicketRow>, happenings: each.flatMap(({ happenings }) => happenings) };
};
