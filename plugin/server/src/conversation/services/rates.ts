import { days, hours, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { customers } from '../../accounts/services/customers';
import { countedStanding, spendCounted } from '../../limits/counted';
import type { Standing } from '../../limits/limit';
import type { EffectivePolicy } from '../../segments/resolve-policy';

const kept = 'What you wrote is kept; you can send it later.';

/**
 * Limits on what one customer sends, counted in the tables themselves. `before…` only inside the transaction that
 * sends: it lets one at a time count for a customer.
 */
export const rates = ({ strapi }: { strapi: Strapi }) => {
  const ticketsOf = (customerId: number, quota: number): Promise<Standing> =>
    countedStanding(strapi, { name: 'requests', quota, windowMs: days(1) }, { from: 'portal_tickets where requester_id = ?', bindings: [customerId] }, now());
  const commentsOf = (customerId: number, quota: number): Promise<Standing> =>
    countedStanding(strapi, { name: 'messages', quota, windowMs: hours(1) }, { from: 'portal_comments where author_kind = ? and author_id = ?', bindings: ['customer', customerId] }, now());
  const hold = (customerId: number): Promise<void> => getService(strapi, 'customers', customers).hold(customerId);

  return {
    /** How many requests a customer may still send today, and when there are more. */
    ticketsLeft: (customerId: number, { rates: { ticketsPerDay } }: EffectivePolicy): Promise<Standing> => ticketsOf(customerId, ticketsPerDay),

    /** 429 `too_many_requests` where the day's requests are used up. */
    async beforeTicket(customerId: number, { rates: { ticketsPerDay } }: EffectivePolicy): Promise<void> {
      await hold(customerId);
      spendCounted(strapi, await ticketsOf(customerId, ticketsPerDay), `You can send ${ticketsPerDay} requests a day. ${kept}`);
    },

    /** 429 `too_many_requests` where the hour's messages are used up; the first message of a ticket counts too. */
    async beforeComment(customerId: number, { rates: { commentsPerHour } }: EffectivePolicy): Promise<void> {
      await hold(customerId);
      spendCounted(strapi, await commentsOf(customerId, commentsPerHour), `You can send ${commentsPerHour} messages an hour. ${kept}`);
    },
  };
};
