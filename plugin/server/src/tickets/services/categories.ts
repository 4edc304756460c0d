import type { Category, CategoryChange } from '../../../../contracts/tickets';
import { minutes, now, hours } from '../../platform/clock';
import { renderMarkdown } from '../../platform/markdown';
import { rows } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { medianHours } from '../first-reply';
import type { CategoryRow, TicketRow } from '../rows';

const keptFor = minutes(1);
const sampleSize = 200;

/** Children follow their parent, both by position. */
const inOrder = (all: CategoryRow[]): CategoryRow[] => {
  const sorted = [...all].sort((one, other) => one.position - other.position || one.id - other.id);
  const under = (parent: string | null) => sorted.filter((each) => each.parent === parent);
  return under(null).flatMap((top) => [top, ...under(top.slug)]);
};

/** Categories and their own questions. Read from memory for a minute: every list and form needs them. */
export const categories = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<CategoryRow>(strapi, 'category');
  let kept: { until: number; all: CategoryRow[]; byId: Map<number, CategoryRow> } | null = null;
  const replies = new Map<number, { until: number; median: number | null }>();

  const read = async () => {
    if (kept && kept.until >= Date.now()) return kept;
    const found = inOrder(await table.findMany({ limit: 1000 }));
    kept = { until: Date.now() + keptFor, all: found, byId: new Map(found.map((row) => [row.id, row])) };
    return kept;
  };
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

    async create(slug: string, change: CategoryChange): Promise<CategoryRow> {
      const row = await table.create({ data: { slug, ...change } });
      kept = null;
      return row;
    },
    async update(slug: string, change: CategoryChange): Promise<void> {
      await table.update({ where: { slug }, data: change, select: ['id'] });
      kept = null;
    },
    async remove(slug: string): Promise<void> {
      await table.deleteMany({ where: { slug } });
      kept = null;
    },
    /** Other nodes changed something, or a seed wrote below this service. */
    forget(): void {
      kept = null;
      replies.clear();
    },
  };
};

