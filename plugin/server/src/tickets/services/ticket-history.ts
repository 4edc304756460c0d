import type { TicketEventType } from '../../../../contracts/tickets';
import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { writeStatement } from '../../platform/statements';
import { insertRow } from '../../platform/write-rows';
import { events } from '../../platform/services/events';
import type { Strapi } from '../../platform/domain';
import type { Actor, TicketEventRow, TicketRow } from '../rows';

type AfterCommit = (run: () => void) => void;
/** What happened, by whom; `internal` keeps it from the customer; `about` goes to subscribers only. */
export interface Happening {
  type: TicketEventType;
  actor: Actor;
  data?: { from?: string; to?: string };
  internal?: boolean;
  about?: Record<string, unknown>;
}

/** Writes what happened to a ticket: the line of its timeline and the event that others hear of, together. */
export const ticketHistory = ({ strapi }: { strapi: Strapi }) => ({
  /** For a change that writes the ticket itself, and with it when customers last saw something happen. */
  async record(ticket: TicketRow, { type, actor, data = {}, internal = false, about = {} }: Happening, afterCommit: AfterCommit): Promise<TicketEventRow> {
    const moment = now().toISOString();
    const line = { ticketId: ticket.id, type, actorKind: actor.kind, actorName: actor.name, data, internal, createdAt: moment, updatedAt: moment };
    const id = await insertRow<TicketEventRow>(strapi, 'ticket-event', line);
    const payload = { ticketId: ticket.id, requesterId: ticket.requesterId, actor, data, internal, ...about };
    await getService(strapi, 'events', events).record({ type, subject: ticket.reference, payload }, afterCommit);
    return { id, ...line };
  },

  /** For what happens beside the ticket and can be seen by customers: their lists put it first by that. */
  async recordBeside(ticket: TicketRow, happening: Omit<Happening, 'internal'>, afterCommit: AfterCommit): Promise<TicketEventRow> {
    await writeStatement(strapi, 'update portal_tickets set last_visible_at = ? where id = ?', [now(), ticket.id]);
    return this.record(ticket, happening, afterCommit);
  },
});
