import type { OrganisationChange, OrganisationLine } from '../../../../contracts/settings';
import { auditLog } from '../../audit/services/audit-log';
import type { Author } from '../../audit/services/audit-log';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { readRows, storedJson, writeStatement } from '../../platform/statements';
import { fieldError, refuseFields } from '../../platform/validate';
import { tellOfMembership } from '../membership-event';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';

interface OrganisationRow extends Row {
  name: string;
  domains: string[] | string | null;
}

const domainsOf = ({ domains }: Pick<OrganisationRow, 'domains'>): string[] => storedJson<string[]>(domains ?? []);
const told = (row: OrganisationRow): OrganisationChange => ({ name: row.name, domains: domainsOf(row) });

/** Houses to which customers belong, at most one each; whoever registers with an address of its domains belongs to it. */
export const organisations = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<OrganisationRow>(strapi, 'organisation');
  const log = () => getService(strapi, 'audit-log', auditLog);
  const all = (): Promise<OrganisationRow[]> => table.findMany({ orderBy: { name: 'asc' }, limit: 2000 });

  const check = async ({ name, domains }: OrganisationChange, own: number | null): Promise<void> => {
    const others = (await all()).filter(({ id }) => id !== own);
    if (others.some((each) => each.name.toLowerCase() === name.toLowerCase())) refuseFields([fieldError('name', 'not_allowed')]);
    const taken = domains.findIndex((domain) => others.some((each) => domainsOf(each).includes(domain)));
    if (taken >= 0) refuseFields([fieldError(`domains.${taken}`, 'not_allowed')]);
  };

  /** Takes in those with an address of a domain who belong nowhere yet; answers how many. */
  const takeIn = async (id: number, domains: string[], afterCommit: (run: () => void) => void): Promise<number> => {
    let count = 0;
    for (const domain of domains) {
      const sql = 'update portal_customers set organisation_id = ? where organisation_id is null and user_id in (select id from up_users where email like ?) returning id';
      count += (await writeStatement(strapi, sql, [id, `%@${domain.replace(/[%_]/g, '')}`])).length;
    }
    if (count > 0) await tellOfMembership(strapi, null, afterCommit);
    return count;
  };

  const find = async (id: number): Promise<OrganisationRow> => {
    const row = await table.findOne({ where: { id } });
    if (!row) throw notFound();
    return row;
  };

  return {
    find,

    /** Names of those that are still there; one statement. */
    named: async (ids: number[]): Promise<{ id: number; name: string }[]> => (await table.findMany({ where: { id: { $in: ids } }, select: ['id', 'name'] })).map(({ id, name }) => ({ id, name })),

    /** All of them with how many customers each has, in two statements. */
    async list(): Promise<OrganisationLine[]> {
      const counts = await readRows<{ id: number; members: number | string }>(strapi, 'select organisation_id as id, count(*) as members from portal_customers where organisation_id is not null group by organisation_id');
      const members = new Map(counts.map(({ id, members: count }) => [id, Number(count)]));
      return (await all()).map((row) => ({ id: row.id, ...told(row), members: members.get(row.id) ?? 0 }));
    },

    /** The organisation whose domain an address has, or null. */
    async ofAddress(email: string): Promise<number | null> {
      const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
      return (await all()).find((row) => domainsOf(row).includes(domain))?.id ?? null;
    },

    /** Answers how many customers it took in by their addresses. */
    create: (change: OrganisationChange, author: Author): Promise<{ id: number; joined: number }> =>
      inTransaction(strapi, async (afterCommit) => {
        await check(change, null);
        const { id } = await table.create({ data: change });
        await log().note(author, { what: `organisation ${change.name}`, action: 'created', after: { name: change.name, domains: change.domains } });
        return { id, joined: await takeIn(id, change.domains, afterCommit) };
      }),

    /** Only domains that are new take somebody in: whoever was taken out by hand stays out. */
    update: (id: number, change: OrganisationChange, author: Author): Promise<{ id: number; joined: number }> =>
      inTransaction(strapi, async (afterCommit) => {
        const before = await find(id);
        await check(change, id);
        await table.update({ where: { id }, data: change, select: ['id'] });
        await log().note(author, { what: `organisation ${before.name}`, action: 'changed', before: told(before), after: { name: change.name, domains: change.domains } });
        return { id, joined: await takeIn(id, change.domains.filter((domain) => !domainsOf(before).includes(domain)), afterCommit) };
      }),

    /** Its customers stay, and belong nowhere; answers how many. */
    remove: (id: number, author: Author): Promise<{ id: number; members: number }> =>
      inTransaction(strapi, async (afterCommit) => {
        const before = await find(id);
        const left = await writeStatement(strapi, 'update portal_customers set organisation_id = null where organisation_id = ? returning id', [id]);
        await table.deleteMany({ where: { id } });
        if (left.length > 0) await tellOfMembership(strapi, null, afterCommit);
        await log().note(author, { what: `organisation ${before.name}`, action: 'removed', before: told(before) });
        return { id, members: left.length };
      }),
  };
};
