import { customers } from '../../accounts/services/customers';
import { after, days, now } from '../../platform/clock';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';

const mostPerDay = 50;
const countedSql = `select e.created_at as "createdAt" from portal_tickets t join portal_ticket_events e on e.ticket_id = t.id
  where t.requester_id = ? and e.type in ('participant.added', 'ticket.shared') and e.created_at > ? order by e.created_at desc limit 1 offset ${mostPerDay - 1}`;

/** How often a customer may open his requests to others: each time may send a mail to a stranger. */
export const sharingRates = ({ strapi }: { strapi: Strapi }) => ({
  /** Only inside the transaction that shares; 429 `too_many_requests` after fifty people and links within a day. */
  async beforeSharing(customerId: number): Promise<void> {
    await getService(strapi, 'customers', customers).hold(customerId);
    const moment = now();
    const [oldest] = await readRows<{ createdAt: string | number | Date }>(strapi, countedSql, [customerId, after(moment, -days(1))]);
    if (!oldest) return;
    const waitMs = after(new Date(oldest.createdAt), days(1)).getTime() - moment.getTime();
    throw new Refusal('too_many_requests', `You can add people and make links ${mostPerDay} times a day.`, [], Math.max(1, Math.ceil(waitMs / 1000)));
  },
});
