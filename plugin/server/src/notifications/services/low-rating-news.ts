import { lowScore } from '../../../../contracts/ratings';
import { mailQueue } from '../../mail/services/mail-queue';
import { membership } from '../../accounts/services/membership';
import { standardSegment } from '../../../../contracts/policy';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import type { DeliveredEvent } from '../../platform/tell-subscribers';
import type { Strapi } from '../../platform/domain';
import { policies } from '../../segments/services/policies';
import { agents } from '../../tickets/services/agents';
import type { TicketRow } from '../../tickets/rows';
import { lowRatingLetter } from '../low-rating-letter';

/** Tells the agent who has a ticket that its requester was not content. */
export const lowRatingNews = ({ strapi }: { strapi: Strapi }) => ({
  /** Handles `ticket.rated`. Told of the same stars again, it mails once: whoever changes his mind back and forth fills no mailbox. */
  async tell(event: DeliveredEvent): Promise<void> {
    const { ticketId, score } = event.payload as unknown as { ticketId: number; score: number };
    if (score > lowScore || !getService(strapi, 'policies', policies).lowRatingMails()) return;
    const ticket = await rows<TicketRow>(strapi, 'ticket').findOne({ where: { id: ticketId }, select: ['reference', 'assigneeId'] });
    const agent = ticket?.assigneeId ? await getService(strapi, 'agents', agents).reachable(ticket.assigneeId) : null;
    if (!ticket || !agent) return;
    const { brand } = getService(strapi, 'membership', membership).letterheadOf(standardSegment);
    const url = `${strapi.config.get<string>('admin.absoluteUrl')}/plugins/portal/tickets/${ticket.reference}`;
    const queue = getService(strapi, 'mail-queue', mailQueue);
    await queue.enqueue([{ key: `low-rating:${ticketId}:${score}:${ticket.assigneeId}`, to: agent.email, letter: lowRatingLetter(agent.language, { brand, name: agent.name, reference: ticket.reference, score, url }) }]);
    queue.sendSoon();
  },
});
