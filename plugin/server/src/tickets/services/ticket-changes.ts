import type { Priority, TicketEventType, TicketState } from '../../../../contracts/tickets';
import { now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { holdRow, rows } from '../../platform/rows';
import { updateRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { alarmsAt, dueColumns, spentAt } from '../../service-levels/promises';
import type { Levels } from '../../service-levels/promises';
import { serviceLevels } from '../../service-levels/services/service-levels';
import { alarmColumns, alarmHappenings } from '../alarms';
import { rankOf, turnOf } from '../state';
import type { Actor, TicketRow } from '../rows';
import { ticketHistory } from './ticket-history';
import type { Happening } from './ticket-history';

type AfterCommit = (run: () => void) => void;
export interface Change {
  state?: TicketState;
  priority?: Priority;
  category?: { id: number; name: string; before: string };
  assignee?: { id: number; name: string } | null;
}

const stateEvent = (from: TicketState, to: TicketState): TicketEventType => {
  if (to === 'closed') return 'ticket.closed';
  return from === 'closed' ? 'ticket.reopened' : 'ticket.state_changed';
};

const stateColumns = (ticket: TicketRow, state: TicketState, levels: Levels): Partial<TicketRow> => {
  const moment = now().toISOString();
  const turn = turnOf(state);
  return {
    state,
    turn,
    // The clock of whose turn it is only starts again when the turn changes hands.
    turnSince: turn === ticket.turn ? ticket.turnSince : moment,
    spentSeconds: turn === ticket.turn ? ticket.spentSeconds : spentAt(levels, ticket, now()),
    solvedAt: state === 'solved' ? moment : state === 'closed' ? ticket.solvedAt : null,
    closedAt: state === 'closed' ? moment : null,
  };
};

/** Columns and happenings that a change means for a ticket; what stays the same is left out. */
const consequences = (ticket: TicketRow, change: Change, actor: Actor, levels: Levels): { columns: Partial<TicketRow>; happenings: Happening[] } => {
  const columns: Partial<TicketRow> = {};
  const happenings: Happening[] = [];
  if (change.state && change.state !== ticket.state) {
    Object.assign(columns, stateColumns(ticket, change.state, levels));
    happenings.push({ type: stateEvent(ticket.state, change.state), actor, data: { from: ticket.state, to: change.state } });
  }
  if (change.priority && change.priority !== ticket.priority) {
    Object.assign(columns, { priority: change.priority, priorityRank: rankOf(change.priority) });
    happenings.push({ type: 'ticket.priority_changed', actor, data: { from: ticket.priority, to: change.priority } });
  }
  if (change.category && change.category.id !== ticket.categoryId) {
    columns.categoryId = change.category.id;
    happenings.push({ type: 'ticket.category_changed', actor, data: { from: change.category.before, to: change.category.name } });
  }
  if (change.assignee !== undefined && (change.assignee?.id ?? null) !== ticket.assigneeId) {
    columns.assigneeId = change.assignee?.id ?? null;
    happenings.push({ type: 'ticket.assigned', actor, data: change.assignee ? { to: change.assignee.name } : {}, internal: true });
  }
  return { columns, happenings };
};

/** Changes to a ticket; always inside a transaction, always with their events. */
export const ticketChanges = ({ strapi }: { strapi: Strapi }) => {
  const tickets = rows<TicketRow>(strapi, 'ticket');
  return {
    /** Reads a ticket for something beside it: others wait as for `lock`, but nothing of it changes. */
    async hold(id: number): Promise<TicketRow> {
      await holdRow(strapi, 'ticket', id);
      const held = await tickets.findOne({ where: { id } });
      if (!held) throw notFound();
      return held;
    },

    /**
     * Reads a ticket for changing it. The write comes first, because on PostgreSQL it locks the row: of two
     * changes at once the second sees what the first one made.
     */
    async lock(id: number): Promise<TicketRow> {
      await updateRow<TicketRow>(strapi, 'ticket', id, { updatedAt: now().toISOString() });
      const locked = await tickets.findOne({ where: { id } });
      if (!locked) throw notFound();
      return locked;
    },

    /** Applies a change and records one event for each part of it; `extra` columns ride along silently. */
    async apply(ticket: TicketRow, change: Change, actor: Actor, afterCommit: AfterCommit, extra: Partial<TicketRow> = {}): Promise<void> {
      const levels = await getService(strapi, 'service-levels', serviceLevels).current();
      // What was late is noted before a change stops its clock, whenever the watch next comes by.
      const alarms = alarmsAt(levels, ticket, now());
      const { columns, happenings } = consequences(ticket, change, actor, levels);
      const changed = { ...columns, ...alarmColumns(alarms), ...extra };
      const data = { ...changed, ...dueColumns(levels, { ...ticket, ...changed }), updatedAt: now().toISOString() };
      await updateRow<TicketRow>(strapi, 'ticket', ticket.id, data);
      for (const happening of [...alarmHappenings(alarms), ...happenings]) await getService(strapi, 'ticket-history', ticketHistory).record(ticket, happening, afterCommit);
    },
  };
};
