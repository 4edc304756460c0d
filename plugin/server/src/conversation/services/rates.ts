import { after, days, hours, now } from '../../platform/clock';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { customers } from '../../accounts/services/customers';
import type { EffectivePolicy } from '../../segments/resolve-policy';
import type { TicketRow } from '../../tickets/rows';
import { comments } from './comments';

/** Refuses while `counted`, the oldest of the last so many, is younger than the window. */
const refuseWithin = (windowMs: number, counted: string | undefined, what: string): void => {
  if (counted === undefined) return;
  const waitMs = after(new Date(counted), windowMs).getTime() - now().getTime();
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
    const [counted] = await rows<TicketRow>(strapi, 'ticket').findMany({ where, select: ['createdAt'], orderBy: { createdAt: 'desc' }, limit: 1, offset: ticketsPerDay - 1 });
    refuseWithin(days(1), counted?.createdAt, `You can send ${ticketsPerDay} requests a day.`);
  },

  /** The first message of a ticket counts too. */
  async beforeComment(customerId: number, { rates: { commentsPerHour } }: EffectivePolicy): Promise<void> {
    await getService(strapi, 'customers', customers).hold(customerId);
    const counted = await getService(strapi, 'comments', comments).sentAt(customerId, after(now(), -hours(1)), commentsPerHour);
    refuseWithin(hours(1), counted, `You can send ${commentsPerHour} messages an hour.`);
  },
});
