import { categoryFilters, mostCounted, standingFilters, standingViews } from '../../../../contracts/desk-views';
import type { SavedView, StandingView, ViewChange, Views } from '../../../../contracts/desk-views';
import type { ViewFilters } from '../../../../contracts/desk';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { countConditions } from '../desk-conditions';
import type { Condition } from '../list-query';
import type { CategoryRow, ViewRow } from '../rows';
import { categories } from './categories';

const mostViews = 50;
const mostCategories = 200;

/** Stops counting at `mostCounted`: a full view costs no more than a half-full one. */
const countSql = (conditions: Condition[], place: number): string =>
  `select ${place} as "place", (select count(*) from (select 1 from portal_tickets where ${conditions.map(({ sql }) => sql).join(' and ') || '1 = 1'} limit ${mostCounted}) as counted) as "total"`;

/** The views of the inbox: those everybody has, one for each category, and the saved ones. */
export const deskViews = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<ViewRow>(strapi, 'view');
  const kinds = () => getService(strapi, 'categories', categories);
  /** One's own or shared; another's own is not there. */
  const visibleTo = (me: number) => ({ $or: [{ ownerId: me }, { ownerId: { $null: true } }] });

  /** How many tickets each of the filters finds, up to `mostCounted`, in one statement. */
  const count = async (wanted: ViewFilters[], me: number): Promise<number[]> => {
    const bySlug = new Map((await kinds().all()).map(({ slug, id }) => [slug, id]));
    const conditions = wanted.map((filters) => countConditions(filters, me, bySlug.get(filters.category ?? '') ?? 0));
    const sql = conditions.map(countSql).join(' union all ');
    const found = await readRows<{ place: number; total: number | string }>(strapi, sql, conditions.flatMap((each) => each.flatMap(({ bindings }) => bindings)));
    const totals = new Map(found.map(({ place, total }) => [place, Number(total)]));
    return wanted.map((_filters, place) => totals.get(place) ?? 0);
  };

  const compose = async (kept: CategoryRow[], stored: ViewRow[], me: number): Promise<Views> => {
    const countable = stored.filter(({ filters }) => !filters.q);
    const totals = await count([...standingViews.map((name) => standingFilters[name]), ...kept.map(({ slug }) => categoryFilters(slug)), ...countable.map(({ filters }) => filters)], me);
    const ofCategories = totals.slice(standingViews.length);
    const ofSaved = ofCategories.slice(kept.length);
    const toSaved = (row: ViewRow): SavedView => ({ id: row.id, name: row.name, shared: row.ownerId === null, filters: row.filters, count: row.filters.q ? null : (ofSaved[countable.indexOf(row)] ?? 0) });
    return {
      counts: Object.fromEntries(standingViews.map((name, place) => [name, totals[place] ?? 0])) as Record<StandingView, number>,
      categories: kept.map(({ slug, name }, place) => ({ slug, name, count: ofCategories[place] ?? 0 })).filter((each) => each.count > 0),
      saved: stored.map(toSaved),
    };
  };

  const find = async (id: number, me: number): Promise<ViewRow> => {
    const found = await table.findOne({ where: { id, ...visibleTo(me) } });
    if (!found) throw notFound();
    return found;
  };

  const refuseBeyondLimit = async (ownerId: number | null): Promise<void> => {
    const there = await table.count({ where: { ownerId: ownerId ?? { $null: true } } });
    if (there >= mostViews) throw new Refusal('limit_reached', `There are ${mostViews} views already. Delete one that is not needed any more.`);
  };

  return {
    /** All views with their counts: two statements, however many views there are. */
    async list(me: number): Promise<Views> {
      const stored = await table.findMany({ where: visibleTo(me), orderBy: [{ name: 'asc' }, { id: 'asc' }], limit: 2 * mostViews });
      const kept = (await kinds().all()).filter(({ active }) => active).slice(0, mostCategories);
      return compose(kept, stored, me);
    },

    /** True for one that all agents have; 404 for another's own and a missing one alike. */
    isShared: async (id: number, me: number): Promise<boolean> => (await find(id, me)).ownerId === null,

    async create({ name, shared, filters }: ViewChange, me: number): Promise<number> {
      const ownerId = shared ? null : me;
      await refuseBeyondLimit(ownerId);
      return (await table.create({ data: { name, ownerId, filters } })).id;
    },

    async update(id: number, { name, shared, filters }: ViewChange, me: number): Promise<void> {
      const before = await find(id, me);
      const ownerId = shared ? null : me;
      if (before.ownerId !== ownerId) await refuseBeyondLimit(ownerId);
      await table.updateMany({ where: { id }, data: { name, ownerId, filters } });
    },

    async remove(id: number, me: number): Promise<void> {
      await find(id, me);
      await table.deleteMany({ where: { id } });
    },
  };
};
