import { isDeepStrictEqual } from 'node:util';
import type { AuditAction, AuditLine, AuditQuery } from '../../../../contracts/settings';
import type { Pagination } from '../../../../contracts/platform';
import { after, days, now } from '../../platform/clock';
import { rows } from '../../platform/rows';
import { storedJson } from '../../platform/statements';
import { insertRow } from '../../platform/write-rows';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';

interface AuditRow extends Row {
  who: string;
  adminId: number | null;
  customerId: number | null;
  what: string;
  action: AuditAction;
  before: Record<string, unknown> | string | null;
  after: Record<string, unknown> | string | null;
}
/** Who makes a change: an admin user, code of the host application, or a customer, of his own account. */
export interface Author {
  id: number | null;
  name: string;
  customerId?: number;
}
/** Who changes things through the facade. */
export const code: Author = { id: null, name: 'code' };

/** What changed, with how it was and how it is. */
export interface Change {
  what: string;
  action: AuditAction;
  before?: object;
  after?: object;
}

/** As it would be stored, where what is undefined is not there. */
const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
// Not by text: PostgreSQL gives the keys of what it stored in an order of its own.
const same = (one: unknown, other: unknown): boolean => isDeepStrictEqual(plain(one), plain(other));
const only = (values: Record<string, unknown>, others: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(values).filter(([key, value]) => !same(value, others[key])));

/** What admins changed. */
export const auditLog = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<AuditRow>(strapi, 'audit-entry');
  const toLine = ({ id, who, what, action, before, after, createdAt }: AuditRow): AuditLine => ({
    id,
    who,
    what,
    action,
    before: storedJson<Record<string, unknown>>(before ?? {}),
    after: storedJson<Record<string, unknown>>(after ?? {}),
    createdAt: new Date(createdAt).toISOString(),
  });

  return {
    /** Notes a change in the transaction that makes it; keeps only what differs, and nothing where nothing does. */
    async note(author: Author, { what, action, before = {}, after = {} }: Change): Promise<void> {
      const [was, is] = [only(before as Record<string, unknown>, after as Record<string, unknown>), only(after as Record<string, unknown>, before as Record<string, unknown>)];
      if (action === 'changed' && Object.keys(was).length === 0 && Object.keys(is).length === 0) return;
      await insertRow<AuditRow>(strapi, 'audit-entry', { who: author.name, adminId: author.id, customerId: author.customerId ?? null, what: what.slice(0, 250), action, before: was, after: is });
    },

    /** A page of it, the latest first: of what admins changed, or of what happened to customers' accounts. */
    async page({ of, page, pageSize }: AuditQuery): Promise<{ data: AuditLine[]; pagination: Pagination }> {
      const where = { customerId: { $null: of === 'settings' } };
      const total = await table.count({ where });
      const found = await table.findMany({ where, orderBy: { id: 'desc' }, limit: pageSize, offset: (page - 1) * pageSize });
      return { data: found.map(toLine), pagination: { page, pageSize, pageCount: Math.max(1, Math.ceil(total / pageSize)), total } };
    },

    /** Lines about customers' accounts are kept for a year; they say from where people signed in. */
    forgetOldAccounts: () => table.deleteMany({ where: { customerId: { $notNull: true }, createdAt: { $lt: after(now(), -days(365)) } } }),
  };
};
