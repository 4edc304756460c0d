import { after, days, hours, now } from '../../platform/clock';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import type { EffectivePolicy } from '../../segments/services/policies';
import type { TicketRow } from '../../tickets/rows';
import { comments } from './comments';

const refuse = (what: string, waitMs: number): never => {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  throw new Refusal('too_many_requests', `${what} What you wrote is kept; you can send it later.`, [], seconds);
};

/** Limits on what one customer sends, counted in the table itself: shared by all nodes, kept over restarts. */
export const rates = ({ strapi }: { strapi: Strapi }) => ({
  async beforeTicket(customerId: number, { rates: limit }: EffectivePolicy): Promise<void> {
    const dayAgo = after(now(), -days(1));
    const tickets = rows<TicketRow>(strapi, 'ticket');
    const sent = await tickets.findMany({ where: { requesterId: customerId, createdAt: { $gt: dayAgo } }, select: ['createdAt'], orderBy: { createdAt: 'desc' }, limit: limit.ticketsPerDay });
    const oldest = sent.at(-1);
    if (oldest && sent.length >= limit.ticketsPerDay) {
      refuse(`You can send ${limit.ticketsPerDay} requests a day.`, new Date(oldest.createdAt).getTime() - dayAgo.getTime());
    }
  },

  async beforeComment(customerId: number, { rates: limit }: EffectivePolicy): Promise<void> {
    const sent = await getService(strapi, 'comments', comments).countSince(customerId, after(now(), -hours(1)));
    // The first message of a ticket is a comment too, which only makes this stricter by those few.
    if (sent >= limit.commentsPerHour) refuse(`You can send ${limit.commentsPerHour} messages an hour.`, hours(1) / 4);
  },
});
