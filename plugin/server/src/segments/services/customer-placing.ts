import { standardSegment } from '../../../../contracts/policy';
import type { CustomerChange, CustomerLine } from '../../../../contracts/settings';
import { organisations } from '../../accounts/services/organisations';
import { portalAccess } from '../../accounts/services/portal-access';
import type { Author } from '../../audit/services/audit-log';
import { getService } from '../../platform/get-service';
import { fieldError, refuseFields } from '../../platform/validate';
import type { Strapi } from '../../platform/domain';
import { policyMemory } from './policy-memory';

/** Puts customers where admins want them. */
export const customerPlacing = ({ strapi }: { strapi: Strapi }) => ({
  /** Only what is named changes; a segment or organisation that is not there is refused. Holds from the customer's next request on. */
  async place(id: number, change: CustomerChange, author: Author): Promise<CustomerLine> {
    const { segment, organisation } = change;
    const known = getService(strapi, 'policy-memory', policyMemory).held().segments;
    if (segment && segment !== standardSegment && !known.has(segment)) refuseFields([fieldError('segment', 'not_allowed')]);
    const houses = typeof organisation === 'number' ? (await getService(strapi, 'organisations', organisations).list()).map((each) => each.id) : [];
    if (typeof organisation === 'number' && !houses.includes(organisation)) refuseFields([fieldError('organisation', 'not_allowed')]);
    return getService(strapi, 'portal-access', portalAccess).change(id, change, author);
  },
});
