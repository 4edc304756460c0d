import type { CustomerChange, CustomerLine, CustomerQuery } from '../../../../contracts/settings';
import type { Pagination } from '../../../../contracts/platform';
import { standardSegment } from '../../../../contracts/policy';
import { auditLog } from '../../audit/services/audit-log';
import type { Author } from '../../audit/services/audit-log';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import { updateRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import type { CustomerRow } from './customers';
import { tellOfMembership } from '../membership-event';
import { isChosen, membership } from './membership';
import type { Belonging } from './membership';
import { sessions } from './sessions';

interface Columns extends Belonging {
  id: number;
  name: string;
  portalAccess: boolean | number;
  organisation: string | null;
}

const columns = `c.id, c.name, u.email, c.segment, c.segment_by_rule as "segmentByRule", c.organisation_id as "organisationId", c.portal_access as "portalAccess", o.name as organisation`;
const joined = 'portal_customers c join up_users u on u.id = c.user_id left join portal_organisations o on o.id = c.organisation_id';
/** What a person typed is no pattern. */
const like = (words: string): string => `%${words.toLowerCase().replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
const named = `(lower(c.name) like ? escape '\\' or lower(u.email) like ? escape '\\')`;

/** Customers as an admin sees and places them: segment, organisation, access. */
export const portalAccess = ({ strapi }: { strapi: Strapi }) => {
  const toLine = (row: Columns): CustomerLine => ({
    id: row.id,
    name: row.name,
    email: row.email,
    segment: getService(strapi, 'membership', membership).segmentOf(row),
    byHand: isChosen(row),
    organisation: row.organisationId !== null && row.organisation !== null ? { id: row.organisationId, name: row.organisation } : null,
    portalAccess: Boolean(row.portalAccess),
  });

  const find = async (id: number): Promise<CustomerLine> => {
    const [row] = await readRows<Columns>(strapi, `select ${columns} from ${joined} where c.id = ?`, [id]);
    if (!row) throw notFound();
    return toLine(row);
  };

  const columnsOf = ({ segment, organisation, portalAccess: access }: CustomerChange): Partial<CustomerRow> => ({
    ...(segment === undefined ? {} : { segment: segment ?? standardSegment, segmentByRule: segment === null }),
    ...(organisation === undefined ? {} : { organisationId: organisation }),
    ...(access === undefined ? {} : { portalAccess: access }),
  });
  const said = ({ segment, byHand, organisation, portalAccess: access }: CustomerLine) => ({ segment: byHand ? getService(strapi, 'membership', membership).titleOf(segment) : 'by rule', organisation: organisation?.name ?? null, portalAccess: access });

  return {
    find,

    /** Found by name or address, by name; two statements. */
    async page({ q, page, pageSize }: CustomerQuery): Promise<{ data: CustomerLine[]; pagination: Pagination }> {
      const where = q === '' ? '' : ` where ${named}`;
      const words = q === '' ? [] : [like(q), like(q)];
      const [counted] = await readRows<{ total: number | string }>(strapi, `select count(*) as total from ${joined}${where}`, words);
      const found = await readRows<Columns>(strapi, `select ${columns} from ${joined}${where} order by lower(c.name), c.id limit ? offset ?`, [...words, pageSize, (page - 1) * pageSize]);
      const total = Number(counted?.total ?? 0);
      return { data: found.map(toLine), pagination: { page, pageSize, pageCount: Math.max(1, Math.ceil(total / pageSize)), total } };
    },

    /** Places a customer. Taking his access ends his sessions with it; his requests stay. Segment and organisation must exist. */
    change: (id: number, change: CustomerChange, author: Author): Promise<CustomerLine> =>
      inTransaction(strapi, async (afterCommit) => {
        const before = await find(id);
        await updateRow<CustomerRow>(strapi, 'customer', id, columnsOf(change));
        if (change.segment !== undefined || change.organisation !== undefined) await tellOfMembership(strapi, id, afterCommit);
        if (change.portalAccess === false) await getService(strapi, 'sessions', sessions).endAll(id);
        const after = await find(id);
        await getService(strapi, 'audit-log', auditLog).note(author, { what: `customer ${before.email}`, action: 'changed', before: said(before), after: said(after) });
        return after;
      }),
  };
};
