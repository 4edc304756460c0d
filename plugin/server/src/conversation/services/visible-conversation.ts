import { LRUCache } from 'lru-cache';
import type { Comment } from '../../../../contracts/conversation';
import type { TicketEvent } from '../../../../contracts/tickets';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { ticketList } from '../../tickets/services/ticket-list';
import type { OwnTicket } from '../../tickets/own-ticket';
import { toMessage } from '../serialize';
import { attachments } from './attachments';
import { comments } from './comments';
import type { VisibleComment } from './comments';
import type { AttachmentRow } from '../rows';

/** A message without its files, whose answer depends on who reads and when. */
export interface Message {
  rowId: number;
  /** The customer who wrote it; null for an agent. */
  customerId: number | null;
  message: Omit<Comment, 'attachments'>;
}
/** What the requester can see of a ticket's conversation. */
export interface VisibleConversation {
  messages: Message[];
  files: AttachmentRow[];
  events: TicketEvent[];
}

/** Who of the customers wrote a message. */
export const customerOf = ({ authorKind, authorId }: Pick<VisibleComment, 'authorKind' | 'authorId'>): number | null => (authorKind === 'customer' ? authorId : null);

const keptCharacters = 24_000_000;
const sizeOf = ({ messages, files, events }: VisibleConversation): number =>
  messages.reduce((sum, { message }) => sum + message.body.length + message.html.length, 200 * (1 + messages.length + files.length + events.length));

/**
 * Conversations as their requesters see them. Nothing visible changes without a visible line in the ticket's
 * timeline, written in the same transaction; so what was read stays true while the timeline is the same,
 * whichever node wrote to it. Whoever adds a visible change must record it (`ticket-history`).
 */
export const visibleConversation = ({ strapi }: { strapi: Strapi }) => {
  const kept = new LRUCache<string, VisibleConversation>({ maxSize: keptCharacters, sizeCalculation: sizeOf });

  const load = async (ticketId: number): Promise<VisibleConversation> => {
    const found = await getService(strapi, 'comments', comments).visible(ticketId);
    return {
      messages: found.map((row) => ({ rowId: row.id, customerId: customerOf(row), message: toMessage(row) })),
      files: (await getService(strapi, 'attachments', attachments).ofTicket(ticketId)).filter((file) => !file.internal),
      events: await getService(strapi, 'ticket-list', ticketList).publicEvents(ticketId),
    };
  };

  return {
    /** The conversation of a ticket that was just read: from memory while its timeline is as it was. */
    async of(ticket: OwnTicket): Promise<VisibleConversation> {
      const known = kept.get(ticket.timeline);
      if (known) return known;
      const loaded = await load(ticket.id);
      kept.set(ticket.timeline, loaded);
      return loaded;
    },
  };
};
