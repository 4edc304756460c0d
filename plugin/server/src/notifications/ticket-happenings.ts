import type { NotificationKind, NotificationLine } from '../../../contracts/notifications';
import type { TicketState } from '../../../contracts/tickets';
import type { DeliveredEvent } from '../platform/tell-subscribers';
import type { Actor } from '../tickets/rows';

/** What an event about a ticket brings. */
export interface TicketPayload {
  ticketId: number;
  requesterId: number;
  actor: Actor;
  commentId?: number;
  /** Sent by a machine. */
  quiet?: boolean;
  data?: { from?: TicketState; to?: TicketState };
}

/** Events that may be news for customers. */
export const heardTypes = ['ticket.opened', 'comment.added', 'ticket.state_changed', 'ticket.closed', 'ticket.reopened'];

/** The payload of such an event. */
export const payloadOf = (event: DeliveredEvent): TicketPayload => event.payload as unknown as TicketPayload;

/** What a ticket became, where support made it so and that is news by itself: solved, closed, open again. */
export const stateNewsOf = (event: DeliveredEvent): NotificationLine['state'] => {
  const { actor, data } = payloadOf(event);
  if (actor.kind !== 'agent') return null;
  if (event.type === 'ticket.closed') return 'closed';
  if (event.type === 'ticket.reopened') return 'open';
  return event.type === 'ticket.state_changed' && data?.to === 'solved' ? 'solved' : null;
};

/** Whether somebody is told: of messages always, of states only of those that are news. */
export const isNews = (event: DeliveredEvent): boolean => payloadOf(event).commentId !== undefined || stateNewsOf(event) !== null;

/** By which choice of his a customer hears of it. */
export const kindOf = (event: DeliveredEvent): NotificationKind => {
  if (event.type === 'ticket.opened') return 'received';
  if (payloadOf(event).commentId === undefined) return 'solved';
  return payloadOf(event).actor.kind === 'agent' ? 'reply' : 'message';
};
