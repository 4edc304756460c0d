import { AsyncLocalStorage } from 'node:async_hooks';
import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';
import type { AuditAction, AuditFilters, AuditKind, AuditLine, AuditQuery } from '../../../../contracts/settings';
import { columnsFor, readRows, storedJson } from '../../platform/statements';
import { csvLine } from '../csv';
import { insertRow, insertRowsOnce } from '../../platform/write-rows';
import { saidBy } from '../../platform/said-by';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';

interface AuditRow extends Row {
  who: string;
  adminId: number | null;
  what: string;
  action: AuditAction;
  before: Record<string, unknown> | string | null;
  after: Record<string, unknown> | string | null;
  kind: AuditKind | null;
  customerId: number | null;
  onceKey: string | null;
}
/** Who makes a change: an admin user, or code of the host application. */
export interface Author {
  id: number | null;
  name: string;
}
/** Who changes things through the facade. */
export const code: Author = { id: null, name: 'code' };

/** Whoever does something on his own: the portal's jobs, or a customer, by his name in the log. */
export const portalItself: Author = { id: null, name: 'portal' };
export const byCustomer: Author = { id: null, name: 'customer' };

/** Something that happened, beside the changes of settings. `once`: the same key is noted once. */
export interface Occurrence {
  kind: Exclude<AuditKind, 'change'>;
  what: string;
  action: AuditAction;
  customerId?: number | null;
  facts?: object;
  once?: string;
}

/** Neither part of a request nor of its transaction: taken while nothing of either is there. */
const outside = AsyncLocalStorage.snapshot();

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

const columns = columnsFor(['id', 'who', 'what', 'action', 'kind', 'before', 'after', 'createdAt']);
const like = (words: string): string => `%${words.toLowerCase().replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
const dayAfter = (day: string): Date => new Date(new Date(`${day}T00:00:00Z`).getTime() + 86_400_000);

const whereOf = ({ kind, person, from, to }: AuditFilters, before: number | undefined): { sql: string; bindings: (string | number | Date)[] } => {
  const conditions: [sql: string, bindings: (string | number | Date)[]][] = [
    kind === 'all' ? ['1 = 1', []] : kind === 'change' ? ["(kind = 'change' or kind is null)", []] : ['kind = ?', [kind]],
    ...(before === undefined ? [] : [['id < ?', [before]] as [string, number[]]]),
    ...(person === '' ? [] : [["(lower(who) like ? escape '\\' or lower(what) like ? escape '\\')", [like(person), like(person)]] as [string, string[]]]),
    ...(from === undefined ? [] : [['created_at >= ?', [new Date(`${from}T00:00:00Z`)]] as [string, Date[]]]),
    ...(to === undefined ? [] : [['created_at < ?', [dayAfter(to)]] as [string, Date[]]]),
  ];
  return { sql: conditions.map(([sql]) => sql).join(' and '), bindings: conditions.flatMap(([, bindings]) => bindings) };
};

/** The log of what admins changed, who signed in, and whose data was looked at. */
export const auditLog = ({ strapi }: { strapi: Strapi }) => {
  /** What was noted once already, so that a page that is read again and again asks no database. */
  const noted = new LRUCache<string, true>({ max: 5000 });
  const writing = new Set<Promise<unknown>>();
  const toLine = ({ id, who, what, action, kind, before, after, createdAt }: AuditRow): AuditLine => ({
    id,
    who,
    what,
    action,
    kind: kind ?? 'change',
    before: storedJson<Record<string, unknown>>(before ?? {}),
    after: storedJson<Record<string, unknown>>(after ?? {}),
    createdAt: new Date(createdAt).toISOString(),
  });

  return {
    /** Notes a change in the transaction that makes it; keeps only what differs, and nothing where nothing does. */
    async note(author: Author, { what, action, before = {}, after = {} }: Change): Promise<void> {
      const [was, is] = [only(before as Record<string, unknown>, after as Record<string, unknown>), only(after as Record<string, unknown>, before as Record<string, unknown>)];
      if (action === 'changed' && Object.keys(was).length === 0 && Object.keys(is).length === 0) return;
      await insertRow<AuditRow>(strapi, 'audit-entry', { who: author.name, adminId: author.id, what: what.slice(0, 250), action, before: was, after: is });
    },

    /** Notes what happened, in the caller's transaction if there is one. */
    async happened(author: Author, { kind, what, action, customerId = null, facts = {}, once }: Occurrence): Promise<void> {
      const row = { who: author.name, adminId: author.id, what: what.slice(0, 250), action, before: {}, after: { ...facts }, kind, customerId };
      await (once === undefined ? insertRow<AuditRow>(strapi, 'audit-entry', row) : insertRowsOnce<AuditRow, 'onceKey'>(strapi, 'audit-entry', [{ ...row, onceKey: once }], 'onceKey'));
    },

    /** The same for what nobody should wait for, and what must not fail because of it. */
    noteSoon(author: Author, occurrence: Occurrence | (() => Promise<Occurrence | null>), once?: string): void {
      if (once !== undefined && noted.has(once)) return;
      const note = async (): Promise<void> => {
        if (once !== undefined) noted.set(once, true);
        const found = typeof occurrence === 'function' ? await occurrence() : occurrence;
        if (found) await this.happened(author, { ...found, ...(once === undefined ? {} : { once }) });
      };
      const work = outside(note).catch((error: unknown) => strapi.log.error(`The audit log could not be written: ${saidBy(error)}`));
      writing.add(work);
      void work.finally(() => writing.delete(work));
    },

    /** Resolves when all of that is written. */
    settle: async (): Promise<void> => void (await Promise.all(writing)),

    /** A page of it, the latest first, with the id to go on from; null where there is no more. */
    async page({ before, pageSize, ...filters }: AuditQuery): Promise<{ data: AuditLine[]; next: number | null }> {
      const { sql, bindings } = whereOf(filters, before);
      const found = await readRows<AuditRow>(strapi, `select ${columns} from portal_audit_entries where ${sql} order by id desc limit ?`, [...bindings, pageSize + 1]);
      const data = found.slice(0, pageSize).map(toLine);
      return { data, next: found.length > pageSize ? (data.at(-1)?.id ?? null) : null };
    },

    /** All of it that meets the filters, as lines of a CSV file, read in pages while they are sent. */
    async *file(filters: AuditFilters): AsyncGenerator<string> {
      yield csvLine(['id', 'time', 'kind', 'action', 'who', 'what', 'before', 'after']);
      for (let before: number | undefined; ; ) {
        const { data, next }: { data: AuditLine[]; next: number | null } = await this.page({ ...filters, before, pageSize: 500 });
        for (const { id, createdAt, kind, action, who, what, before: was, after: is } of data) yield csvLine([String(id), createdAt, kind, action, who, what, JSON.stringify(was), JSON.stringify(is)]);
        if (next === null) return;
        before = next;
      }
    },
  };
};
