import { after, days, hours, now } from '../../platform/clock';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { customers } from '../../accounts/services/customers';
import type { EffectivePolicy } from '../../segments/services/policies';
import type { TicketRow } from '../../tickets/rows';
import { comments } from './comments';

/** Moments at which something was sent, latest first; `limit` of them within `windowMs` are allowed. */
const refuseBeyond = (sent: string[], limit: number, windowMs: number, what: string): void => {
  const oldest = sent[limit - 1];
  if (oldest === undefined) return;
  const waitMs = after(new Date(oldest), windowMs).getTime() - now().getTime();
  throw new Refusal('too_many_requests', `${what} What you wrote is kept; you can send it later.`, [], Math.max(1, Math.ceil(waitMs / 1000)));
};

/**
 * Limits on what one customer sends, counted in the table itself: shared by all nodes, kept over restarts.
 * Only inside the transaction that sends. `Retry-After` is the time until the oldest counted one no longer counts.
 */
export const rates = ({ strapi }: { strapi: Strapi }) => ({
  async beforeTicket(customerId: number, { rates: { ticketsPerDay } }: EffectivePolicy): Promise<void> {
    await getService(strapi, 'customers', customers).hold(customerId);
    const where = { requesterId: customerId, createdAt: { $gt: after(now(), -days(1)) } };
    const sent = await rows<TicketRow>(strapi, 'ticket').findMany({ where, select: ['createdAt'], orderBy: { createdAt: 'desc' }, limit: ticketsPerDay });
    refuseBeyond(sent.map((row) => row.createdAt), ticketsPerDay, days(1), `You can send ${ticketsPerDay} requests a day.`);
  },

  /** The first message of a ticket counts too. */
  async beforeComment(customerId: number, { rates: { commentsPerHour } }: EffectivePolicy): Promise<void> {
    await getService(strapi, 'customers', customers).hold(customerId);
    const sent = await getService(strapi, 'comments', comments).sentSince(customerId, after(now(), -hours(1)), commentsPerHour);
    refuseBeyond(sent, commentsPerHour, hours(1), `You can send ${commentsPerHour} messages an hour.`);
  },
});
