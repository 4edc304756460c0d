import { customers } from '../../accounts/services/customers';
import type { Viewer } from '../../accounts/viewer';
import { countedStanding, spendCounted } from '../../limits/counted';
import { days, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { effectivePolicy } from '../../segments/services/policies';

const from = `(select e.created_at from portal_tickets t join portal_ticket_events e on e.ticket_id = t.id
  where t.requester_id = ? and e.type in ('participant.added', 'ticket.shared')) shared where 1 = 1`;

/** How often a customer may open his requests to others: each time may send a mail to a stranger. */
export const sharingRates = ({ strapi }: { strapi: Strapi }) => ({
  /** Only inside the transaction that shares; 429 `too_many_requests` beyond the day's people and links. */
  async beforeSharing(viewer: Viewer): Promise<void> {
    await getService(strapi, 'customers', customers).hold(viewer.customerId);
    const { sharesPerDay } = effectivePolicy(strapi, viewer).rates;
    const standing = await countedStanding(strapi, { name: 'shares', quota: sharesPerDay, windowMs: days(1) }, { from, bindings: [viewer.customerId] }, now());
    spendCounted(strapi, standing, `You can add people and make links ${sharesPerDay} times a day.`);
  },
});
