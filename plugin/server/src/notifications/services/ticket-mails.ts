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
import { participants } from '../../tickets/services/participants';
import type { ParticipantContact } from '../../tickets/services/participants';
import { answeredLetter, receivedLetter } from '../letters';
import type { TicketNews } from '../letters';
import { wroteLetter, wroteTooLetter } from '../participant-letters';

interface TicketPayload {
  ticketId: number;
  requesterId: number;
  actor: Actor;
  commentId: number;
  /** Sent by a machine: an answer to it would be answered again. */
  quiet?: boolean;
}
type Ticket = Pick<TicketRow, 'id' | 'subject'>;
/** What the letters of one batch are about, by id. */
interface Known {
  requesters: Map<number, Contact>;
  participants: ParticipantContact[];
  messages: Map<number, CommentRow>;
  tickets: Map<number, Ticket>;
}

const payloadOf = (event: DeliveredEvent): TicketPayload => event.payload as unknown as TicketPayload;
const isOpening = (event: DeliveredEvent): boolean => event.type === 'ticket.opened';
const idsOf = (events: DeliveredEvent[], name: 'ticketId' | 'requesterId' | 'commentId'): number[] => [...new Set(events.map((event) => payloadOf(event)[name]))];
const byId = <Item extends { id: number }>(items: Item[]): Map<number, Item> => new Map(items.map((item) => [item.id, item]));

/** Mails to the requester of a ticket and to those who take part in it. Reads messages through the customers' own query: a note cannot be found by it. */
export const ticketMails = ({ strapi }: { strapi: Strapi }) => {
  const read = async (events: DeliveredEvent[]): Promise<Known> => {
    const ticketIds = idsOf(events, 'ticketId');
    return {
      requesters: byId(await getService(strapi, 'customers', customers).reachable(idsOf(events, 'requesterId'))),
      participants: await getService(strapi, 'participants', participants).contacts(idsOf(events.filter((event) => !isOpening(event)), 'ticketId')),
      messages: byId(await getService(strapi, 'comments', comments).visibleByIds(idsOf(events, 'commentId'))),
      tickets: byId<Ticket>(await rows<TicketRow>(strapi, 'ticket').findMany({ where: { id: { $in: ticketIds } }, select: ['id', 'subject'] })),
    };
  };

  /** Who is told of an event: of a message, everybody who takes part but the one who wrote it. */
  const toldOf = (event: DeliveredEvent, { requesters, participants: all }: Known): Contact[] => {
    const { requesterId, ticketId, actor } = payloadOf(event);
    const requester = requesters.get(requesterId);
    if (isOpening(event)) return requester ? [requester] : [];
    const people = [...(requester ? [requester] : []), ...all.filter((each) => each.ticketId === ticketId && each.id !== requesterId)];
    return people.filter(({ id }) => actor.kind === 'agent' || id !== actor.id);
  };

  const letterFor = (contact: Contact, event: DeliveredEvent, news: TicketNews) => {
    const { requesterId, actor } = payloadOf(event);
    if (isOpening(event)) return receivedLetter(contact.language, news);
    if (contact.id === requesterId) return (actor.kind === 'agent' ? answeredLetter : wroteLetter)(contact.language, news);
    return (actor.kind === 'agent' ? wroteLetter : wroteTooLetter)(contact.language, news);
  };

  /** Nothing when one of what it is about is gone. */
  const mailsOf = (event: DeliveredEvent, known: Known): OutgoingMail[] => {
    const { commentId, ticketId } = payloadOf(event);
    const [message, ticket] = [known.messages.get(commentId), known.tickets.get(ticketId)];
    if (!message || !ticket) return [];
    const about = {
      reference: event.subject,
      subject: ticket.subject,
      url: portalAddress(strapi, `/requests/${event.subject}`),
      body: message.body,
      author: message.authorName,
    };
    return toldOf(event, known).map((contact) => {
      const { brand, ...look } = getService(strapi, 'membership', membership).letterheadOf(contact.segment);
      const letter = letterFor(contact, event, { ...about, brand, name: contact.name });
      return { key: `event:${event.id}:customer:${contact.id}`, to: contact.email, letter: { ...letter, look }, thread: event.subject };
    });
  };

  return {
    /** Handles `ticket.opened` and `comment.added`, many at once; told twice of one event, it mails once. */
    async tell(events: DeliveredEvent[]): Promise<void> {
      const worthAMail = events.filter((event) => payloadOf(event).quiet !== true);
      if (worthAMail.length === 0) return;
      const known = await read(worthAMail);
      const mails = worthAMail.flatMap((event) => mailsOf(event, known));
      if (mails.length === 0) return;
      const queue = getService(strapi, 'mail-queue', mailQueue);
      await queue.enqueue(mails);
      queue.sendSoon();
    },
  };
};
