import { customers } from '../../accounts/services/customers';
import type { Contact } from '../../accounts/services/customers';
import { membership } from '../../accounts/services/membership';
import { comments } from '../../conversation/services/comments';
import type { CommentRow } from '../../conversation/rows';
import { mailQueue } from '../../mail/services/mail-queue';
import type { OutgoingMail } from '../../mail/services/mail-queue';
import { getService } from '../../platform/get-service';
import { portalAddress } from '../../platform/public-address';
import { rows } from '../../platform/rows';
import type { DeliveredEvent } from '../../platform/tell-subscribers';
import type { Strapi } from '../../platform/domain';
import type { Actor, TicketRow } from '../../tickets/rows';
import { answeredLetter, receivedLetter } from '../letters';

interface TicketPayload {
  ticketId: number;
  requesterId: number;
  actor: Actor;
  commentId: number;
}
type Ticket = Pick<TicketRow, 'id' | 'subject'>;
/** What the letters of one batch are about, by id. */
interface Known {
  requesters: Map<number, Contact>;
  messages: Map<number, CommentRow>;
  tickets: Map<number, Ticket>;
}

const payloadOf = (event: DeliveredEvent): TicketPayload => event.payload as unknown as TicketPayload;
const isOpening = (event: DeliveredEvent): boolean => event.type === 'ticket.opened';
const idsOf = (events: DeliveredEvent[], name: 'ticketId' | 'requesterId' | 'commentId'): number[] => [...new Set(events.map((event) => payloadOf(event)[name]))];
const byId = <Item extends { id: number }>(items: Item[]): Map<number, Item> => new Map(items.map((item) => [item.id, item]));

/** Mails to the requester of a ticket. Reads messages through the customers' own query: a note cannot be found by it. */
export const ticketMails = ({ strapi }: { strapi: Strapi }) => {
  const read = async (events: DeliveredEvent[]): Promise<Known> => {
    const ticketIds = idsOf(events, 'ticketId');
    return {
      requesters: byId(await getService(strapi, 'customers', customers).contacts(idsOf(events, 'requesterId'))),
      messages: byId(await getService(strapi, 'comments', comments).visibleByIds(idsOf(events, 'commentId'))),
      tickets: byId<Ticket>(await rows<TicketRow>(strapi, 'ticket').findMany({ where: { id: { $in: ticketIds } }, select: ['id', 'subject'] })),
    };
  };

  /** Nothing when one of what it is about is gone. */
  const mailOf = (event: DeliveredEvent, { requesters, messages, tickets }: Known): OutgoingMail[] => {
    const { requesterId, commentId, ticketId } = payloadOf(event);
    const [requester, message, ticket] = [requesters.get(requesterId), messages.get(commentId), tickets.get(ticketId)];
    if (!requester || !message || !ticket) return [];
    const { brand, ...look } = getService(strapi, 'membership', membership).letterheadOf(requester.segment);
    const news = {
      brand,
      name: requester.name,
      reference: event.subject,
      subject: ticket.subject,
      url: portalAddress(strapi, `/requests/${event.subject}`),
      body: message.body,
      author: message.authorName,
    };
    const letter = isOpening(event) ? receivedLetter(requester.language, news) : answeredLetter(requester.language, news);
    return [{ key: `event:${event.id}:customer:${requesterId}`, to: requester.email, letter: { ...letter, look }, thread: event.subject }];
  };

  return {
    /** Handles `ticket.opened` and `comment.added`, many at once; told twice of one event, it mails once. */
    async tell(events: DeliveredEvent[]): Promise<void> {
      const worthAMail = events.filter((event) => isOpening(event) || payloadOf(event).actor.kind === 'agent');
      if (worthAMail.length === 0) return;
      const known = await read(worthAMail);
      const queue = getService(strapi, 'mail-queue', mailQueue);
      await queue.enqueue(worthAMail.flatMap((event) => mailOf(event, known)));
      queue.sendSoon();
    },
  };
};
