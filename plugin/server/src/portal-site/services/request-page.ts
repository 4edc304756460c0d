import type { RequestPage } from '../../../../contracts/request-page';
import type { Viewer } from '../../accounts/viewer';
import { ticketPage } from '../../conversation/services/ticket-page';
import { ticketArticles } from '../../deflection/services/ticket-articles';
import { incidents } from '../../incidents/services/incidents';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import type { EffectivePolicy } from '../../segments/resolve-policy';
import { readerOf } from '../../tickets/membership';
import { ticketList } from '../../tickets/services/ticket-list';

/** The customer's page of one request, out of what three domains know of it: the ticket is read once. */
export const requestPage = ({ strapi }: { strapi: Strapi }) => ({
  /** 404 for a missing ticket and another's alike. */
  async show(viewer: Viewer, reference: string, policy: EffectivePolicy): Promise<RequestPage> {
    const found = await getService(strapi, 'ticket-list', ticketList).find(readerOf(strapi, viewer), reference);
    if (!found) throw notFound();
    const [ticket, around, articles] = await Promise.all([
      getService(strapi, 'ticket-page', ticketPage).ofRead(viewer, found),
      getService(strapi, 'incidents', incidents).ofRead(viewer.customerId, found),
      policy.features.knowledgeBase ? getService(strapi, 'ticket-articles', ticketArticles).ofRead(found, viewer) : null,
    ]);
    return { ticket, incidents: around, articles };
  },
});
