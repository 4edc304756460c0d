import type { Category, CategoryChange } from '../../../../contracts/tickets';
import { now, hours } from '../../platform/clock';
import { renderMarkdown } from '../../platform/markdown';
import { inTransaction, rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import { newToken } from '../../platform/tokens';
import { putRow } from '../../platform/write-rows';
import type { SettingRow } from '../../segments/rows';
import type { Strapi } from '../../platform/domain';
import { medianHours } from '../first-reply';
import type { CategoryRow, TicketRow } from '../rows';

const sampleSize = 200;
const versionName = 'categories version';

/** The categories of one version. */
interface Kept {
  version: string;
  all: CategoryRow[];
  byId: Map<number, CategoryRow>;
}

/** Children follow their parent, both by position. */
const inOrder = (all: CategoryRow[]): CategoryRow[] => {
  const sorted = [...all].sort((one, other) => one.position - other.position || one.id - other.id);
  const under = (parent: string | null) => sorted.filter((each) => each.parent === parent);
  return under(null).flatMap((top) => [top, ...under(top.slug)]);
};

/**
 * Categories and their own questions, in memory: every list and form needs them. A job follows their version once a
 * second (`tickets/index.ts`), so that a change in another process is known here as soon as one of the policy.
 */
export const categories = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<CategoryRow>(strapi, 'category');
  let kept: Kept | null = null;
  const replies = new Map<number, { until: number; median: number | null }>();

  const versionNow = async (): Promise<string> => {
    const [found] = await readRows<{ value: unknown }>(strapi, 'select value from portal_settings where name = ?', [versionName]);
    return found ? String(found.value) : '';
  };
  const load = async (): Promise<Kept> => {
    // Asked for first: what changes while the rest is read has a later version, and is looked for again.
    const version = await versionNow();
    const found = inOrder(await table.findMany({ limit: 1000 }));
    return { version, all: found, byId: new Map(found.map((row) => [row.id, row])) };
  };
  const read = async (): Promise<Kept> => (kept ??= await load());
  const all = async (): Promise<CategoryRow[]> => (await read()).all;

  /** From real history: half of the last two hundred answered tickets had their first reply within this. */
  const firstReplyHours = async (categoryId: number): Promise<number | null> => {
    const known = replies.get(categoryId);
    if (known && known.until > Date.now()) return known.median;
    const answered = await rows<TicketRow>(strapi, 'ticket').findMany({
      where: { categoryId, firstRepliedAt: { $notNull: true } },
      select: ['createdAt', 'firstRepliedAt'],
      orderBy: { firstRepliedAt: 'desc' },
      limit: sampleSize,
    });
    const median = medianHours(answered.map((row) => [new Date(row.createdAt), new Date(row.firstRepliedAt ?? row.createdAt)]));
    replies.set(categoryId, { until: now().getTime() + hours(1), median });
    return median;
  };

  const toCategory = async (row: CategoryRow, leaf: boolean): Promise<Category> => ({
    slug: row.slug,
    name: row.name,
    description: row.description ?? '',
    helpHtml: row.helpText ? renderMarkdown(row.helpText) : '',
    parent: row.parent,
    leaf,
    suggestedPriority: row.suggestedPriority,
    fields: row.fields ?? [],
    firstReplyHours: leaf ? await firstReplyHours(row.id) : null,
  });

  const isLeaf = (row: CategoryRow, among: CategoryRow[]): boolean => !among.some((each) => each.parent === row.slug);
  const active = async (): Promise<CategoryRow[]> => {
    const found = (await all()).filter((each) => each.active);
    return found.filter((each) => each.parent === null || found.some((top) => top.slug === each.parent));
  };

  return {
    all,
    /** What a customer is told of the first reply in a category, in hours; null where too few were answered. Remembered for an hour. */
    expectedReply: (row: CategoryRow): Promise<number | null> => firstReplyHours(row.id),
    /** What a customer may choose from. */
    offered: async (): Promise<Category[]> => {
      const found = await active();
      return Promise.all(found.map((row) => toCategory(row, isLeaf(row, found))));
    },
    /** The active category of a slug that takes tickets, or null. */
    async choosable(slug: string): Promise<CategoryRow | null> {
      const found = await active();
      return found.find((each) => each.slug === slug && isLeaf(each, found)) ?? null;
    },
    bySlug: async (slug: string): Promise<CategoryRow | null> => (await all()).find((each) => each.slug === slug) ?? null,
    byId: async (id: number): Promise<CategoryRow | null> => (await read()).byId.get(id) ?? null,
    /** All of them, active or not, for lists that name many. */
    byIds: async (): Promise<ReadonlyMap<number, CategoryRow>> => (await read()).byId,

    /** Looks whether another process changed something; one statement. */
    async follow(): Promise<void> {
      if (kept && (await versionNow()) !== kept.version) kept = null;
    },
    /** Makes changes, kept together or not at all, and lets every process know. Whoever else changes categories waits. */
    change: <Result>(work: () => Promise<Result>): Promise<Result> =>
      inTransaction(strapi, async (afterCommit) => {
        const forget = (): void => void (kept = null);
        await putRow<SettingRow>(strapi, 'setting', { name: versionName }, { value: newToken().slice(0, 16) });
        // What others have written by now counts; and what this writes is read by what follows in the same transaction.
        forget();
        const result = await work();
        forget();
        // Others may have read the old ones meanwhile.
        afterCommit(forget);
        return result;
      }),
    /** These write in the transaction of `change`. */
    create: (slug: string, change: CategoryChange): Promise<CategoryRow> => table.create({ data: { slug, ...change } }),
    update: async (slug: string, change: Partial<CategoryChange>): Promise<void> => void (await table.update({ where: { slug }, data: change, select: ['id'] })),
    remove: async (slug: string): Promise<void> => void (await table.deleteMany({ where: { slug } })),
    /** A seed wrote below this service. */
    forget(): void {
      kept = null;
      replies.clear();
    },
  };
};

