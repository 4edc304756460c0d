import { customers } from '../../accounts/services/customers';
import type { Contact } from '../../accounts/services/customers';
import { comments } from '../../conversation/services/comments';
import type { CommentRow } from '../../conversation/rows';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import type { DeliveredEvent } from '../../platform/tell-subscribers';
import type { Strapi } from '../../platform/domain';
import type { TicketRow } from '../../tickets/rows';
import { participants } from '../../tickets/services/participants';
import type { ParticipantContact } from '../../tickets/services/participants';
import { isNews, kindOf, payloadOf, stateNewsOf } from '../ticket-happenings';
import { ticketLetters } from '../ticket-letters';
import { announcements } from './announcements';
import type { News } from './announcements';

type Ticket = Pick<TicketRow, 'id' | 'subject'>;
/** What the news of one batch is about, by id. */
interface Known {
  requesters: Map<number, Contact>;
  participants: ParticipantContact[];
  messages: Map<number, CommentRow>;
  tickets: Map<number, Ticket>;
}

const isOpening = (event: DeliveredEvent): boolean => event.type === 'ticket.opened';
const idsOf = (events: DeliveredEvent[], name: 'ticketId' | 'requesterId' | 'commentId'): number[] => [...new Set(events.flatMap((event) => payloadOf(event)[name] ?? []))];
const byId = <Item extends { id: number }>(items: Item[]): Map<number, Item> => new Map(items.map((item) => [item.id, item]));

/** Tells the requester of a ticket, and those who take part in it, what happened. Reads messages through the customers' own query: a note cannot be found by it. */
export const ticketNews = ({ strapi }: { strapi: Strapi }) => {
  const read = async (events: DeliveredEvent[]): Promise<Known> => {
    const messageIds = idsOf(events, 'commentId');
    return {
      requesters: byId(await getService(strapi, 'customers', customers).reachable(idsOf(events, 'requesterId'))),
      participants: await getService(strapi, 'participants', participants).contacts(idsOf(events.filter((event) => !isOpening(event)), 'ticketId')),
      messages: byId(messageIds.length > 0 ? await getService(strapi, 'comments', comments).visibleByIds(messageIds) : []),
      tickets: byId<Ticket>(await rows<TicketRow>(strapi, 'ticket').findMany({ where: { id: { $in: idsOf(events, 'ticketId') } }, select: ['id', 'subject'] })),
    };
  };

  /** Who is told of an event: everybody who takes part but the one who did it. */
  const toldOf = (event: DeliveredEvent, { requesters, participants: all }: Known): Contact[] => {
    const { requesterId, ticketId, actor } = payloadOf(event);
    const requester = requesters.get(requesterId);
    if (isOpening(event)) return requester ? [requester] : [];
    const people = [...(requester ? [requester] : []), ...all.filter((each) => each.ticketId === ticketId && each.id !== requesterId)];
    return people.filter(({ id }) => actor.kind === 'agent' || id !== actor.id);
  };

  /** Nothing when one of what it is about is gone. */
  const newsOf = (event: DeliveredEvent, known: Known): News[] => {
    const { commentId, ticketId, requesterId, actor } = payloadOf(event);
    const message = commentId === undefined ? null : known.messages.get(commentId);
    const ticket = known.tickets.get(ticketId);
    if (!ticket || message === undefined) return [];
    const write = ticketLetters(strapi, { event, subject: ticket.subject, message });
    return toldOf(event, known).map((contact) => ({
      key: `event:${event.id}:customer:${contact.id}`,
      at: event.at,
      contact,
      kind: kindOf(event),
      title: ticket.subject,
      by: message?.authorName ?? actor.name,
      state: stateNewsOf(event),
      ticket: { id: ticketId, reference: event.subject, own: contact.id === requesterId },
      letter: (brand) => write(contact, brand),
    }));
  };

  return {
    /** Handles what happens to tickets, many events at once; told twice of one event, it tells once. */
    async tell(events: DeliveredEvent[]): Promise<void> {
      // What a machine wrote is told to nobody: an answer to it would be answered again.
      const news = events.filter((event) => isNews(event) && payloadOf(event).quiet !== true);
      if (news.length === 0) return;
      const known = await read(news);
      await getService(strapi, 'announcements', announcements).tell(news.flatMap((event) => newsOf(event, known)));
    },
  };
};
