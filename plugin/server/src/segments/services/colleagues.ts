import { LRUCache } from 'lru-cache';
import type { OwnOrganisation } from '../../../../contracts/accounts';
import { membership } from '../../accounts/services/membership';
import type { Belonging } from '../../accounts/services/membership';
import type { Viewer } from '../../accounts/viewer';
import { seconds } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { policies } from './policies';
import { policyMemory } from './policy-memory';

type Kind = Pick<Belonging, 'segment' | 'segmentByRule'> & { name: string; domain: string };
interface House {
  name: string;
  /** Some of its customers may read what the others sent. */
  isShared: boolean;
}

/**
 * What colleagues may see of each other, in words: who will be told so. (Whether a reader may read is asked anew at
 * each request, in `tickets/membership.ts`; a sentence may be ten seconds old.)
 */
export const colleagues = ({ strapi }: { strapi: Strapi }) => {
  const kept = new LRUCache<string, { house: House | null }>({ max: 1000, ttl: seconds(10) });
  const known = () => getService(strapi, 'policies', policies);

  const domainSql = (): string => (strapi.db.dialect.client === 'postgres' ? `substr(u.email, position('@' in u.email))` : `substr(u.email, instr(u.email, '@'))`);
  /** All that a segment can depend on, once for many customers. */
  const kindsSql = (): string =>
    `select distinct o.name, c.segment, c.segment_by_rule as "segmentByRule", ${domainSql()} as "domain" from portal_organisations o
      join portal_customers c on c.organisation_id = o.id join up_users u on u.id = c.user_id where o.id = ? and c.portal_access = ? and u.blocked = ?`;

  const look = async (id: number): Promise<House | null> => {
    const kinds = await readRows<Kind>(strapi, kindsSql(), [id, true, false]);
    const { segmentOf } = getService(strapi, 'membership', membership);
    const mayRead = (kind: Kind): boolean => known().of({ segment: segmentOf({ ...kind, email: kind.domain, organisationId: id }) }).features.organisationRequests;
    return kinds[0] ? { name: kinds[0].name, isShared: kinds.some(mayRead) } : null;
  };

  const houseOf = async (id: number): Promise<House | null> => {
    const key = `${id} ${getService(strapi, 'policy-memory', policyMemory).held().version}`;
    const found = kept.get(key);
    if (found) return found.house;
    const house = await look(id);
    kept.set(key, { house });
    return house;
  };

  return {
    /**
     * The name of an organisation of which some may read what the others sent; else null. No query where nobody has that
     * feature. `isFresh`: not from memory, for what is decided by it.
     */
    async readersIn(organisationId: number | null, isFresh = false): Promise<string | null> {
      if (organisationId === null || !known().anywhere('organisationRequests')) return null;
      const house = isFresh ? await look(organisationId) : await houseOf(organisationId);
      return house?.isShared ? house.name : null;
    },

    /** The viewer's organisation as it matters to him; null where he belongs to none, or nobody has the feature. */
    async ofViewer({ organisationId, segment }: Viewer): Promise<OwnOrganisation | null> {
      if (organisationId === null || !known().anywhere('organisationRequests')) return null;
      const house = await houseOf(organisationId);
      return house && { name: house.name, mayRead: known().of({ segment }).features.organisationRequests, readsYours: house.isShared };
    },
  };
};
