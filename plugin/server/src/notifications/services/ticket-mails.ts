import { customers } from '../../accounts/services/customers';
import { comments } from '../../conversation/services/comments';
import { mailQueue } from '../../mail/services/mail-queue';
import { getService } from '../../platform/get-service';
import { portalAddress } from '../../platform/public-address';
import { rows } from '../../platform/rows';
import type { DeliveredEvent } from '../../platform/services/events';
import type { Strapi } from '../../platform/domain';
import type { Actor, TicketRow } from '../../tickets/rows';
import { answeredLetter, receivedLetter } from '../letters';

interface TicketPayload {
  ticketId: number;
  requesterId: number;
  actor: Actor;
  commentId: number;
}

/** Mails to the requester of a ticket. Reads messages through the customers' own query: a note cannot be found by it. */
export const ticketMails = ({ strapi }: { strapi: Strapi }) => ({
  /** Handles `ticket.opened` and `comment.added`; told twice of one event, it mails once. */
  async tell(event: DeliveredEvent): Promise<void> {
    const { requesterId, actor, commentId, ticketId } = event.payload as unknown as TicketPayload;
    const isOpening = event.type === 'ticket.opened';
    if (!isOpening && actor.kind !== 'agent') return;
    const requester = await getService(strapi, 'customers', customers).contact(requesterId);
    const comment = await getService(strapi, 'comments', comments).visibleById(commentId);
    const ticket = await rows<TicketRow>(strapi, 'ticket').findOne({ where: { id: ticketId }, select: ['id', 'subject'] });
    if (!requester || !comment || !ticket) return;
    const news = {
      brand: strapi.config.get<string>('plugin::portal.brand'),
      name: requester.name,
      reference: event.subject,
      subject: ticket.subject,
      url: portalAddress(strapi, `/requests/${event.subject}`),
      body: comment.body,
      author: comment.authorName,
    };
    const letter = isOpening ? receivedLetter(requester.language, news) : answeredLetter(requester.language, news);
    const queue = getService(strapi, 'mail-queue', mailQueue);
    await queue.enqueue({ key: `event:${event.id}:customer:${requesterId}`, to: requester.email, letter, thread: event.subject });
    queue.sendSoon();
  },
});
