import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { categories } from '../../tickets/services/categories';
import type { CategoryRow } from '../../tickets/rows';
import { inboundSettings } from '../inbound-settings';

/** The category of requests that come by mail. */
export const mailCategory = ({ strapi }: { strapi: Strapi }) => ({
  /** The one that the configuration names, else the first without a question that has to be answered, else the first; null where there is none. */
  async forNewRequests(): Promise<CategoryRow | null> {
    const known = getService(strapi, 'categories', categories);
    const chosen = await known.choosable(inboundSettings(strapi).category);
    if (chosen) return chosen;
    const offered = (await known.offered()).filter(({ leaf }) => leaf);
    const first = offered.find(({ fields }) => fields.every(({ required }) => !required)) ?? offered[0];
    return first ? known.choosable(first.slug) : null;
  },
});
