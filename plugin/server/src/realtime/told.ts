import type { News, NewsType } from '../../../contracts/realtime';
import type { DeliveredEvent } from '../platform/tell-subscribers';
import type { Actor } from '../tickets/rows';

/** What the outbox says of something that happened to a ticket. */
export interface TicketHappened {
  ticketId: number;
  requesterId: number;
  actor: Actor;
  internal: boolean;
}

/** The payload of an event that `ticket-history` recorded. */
export const happenedIn = (event: DeliveredEvent): TicketHappened => event.payload as unknown as TicketHappened;

const typeOf = (event: DeliveredEvent): NewsType => {
  if (event.type !== 'comment.added' && event.type !== 'ticket.opened') return 'changed';
  return happenedIn(event).actor.kind === 'agent' ? 'answered' : 'written';
};

/** An event as agents hear of it: that there is something new, and where. */
export const newsOf = (event: DeliveredEvent): News => ({ id: event.id, type: typeOf(event), reference: event.subject });

/** Whether customers may know that it happened. A payload that does not say so keeps them out. */
export const isPublic = (event: DeliveredEvent): boolean => happenedIn(event).internal === false;
