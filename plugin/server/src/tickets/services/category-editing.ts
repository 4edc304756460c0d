import type { CategoryOrder, DeskCategory } from '../../../../contracts/desk';
import { auditLog } from '../../audit/services/audit-log';
import type { Author, Change } from '../../audit/services/audit-log';
import type { CategoryChange } from '../../../../contracts/tickets';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { fieldError, refuseFields } from '../../platform/validate';
import type { Strapi } from '../../platform/domain';
import { categoryFaults, slugFor } from '../category-rules';
import { toldOf } from '../told-category';
import type { CategoryRow, TicketRow } from '../rows';
import { categories } from './categories';

/** What an admin does with categories. Every change is noted, and known to every process within a second. */
export const categoryEditing = ({ strapi }: { strapi: Strapi }) => {
  const kinds = () => getService(strapi, 'categories', categories);
  const ticketCount = (categoryId: number) => rows<TicketRow>(strapi, 'ticket').count({ where: { categoryId } });

  /** How many tickets each category has, in one statement however many categories there are. */
  const ticketCounts = async (): Promise<Map<number, number>> => {
    const found: { categoryId: number; tickets: number | string }[] = await strapi.db
      .getConnection('portal_tickets')
      .select({ categoryId: 'category_id' })
      .count({ tickets: '*' })
      .groupBy('category_id');
    // PostgreSQL counts in bigints, which its driver gives as text.
    return new Map(found.map(({ categoryId, tickets }) => [categoryId, Number(tickets)]));
  };

  const toDesk = (row: CategoryRow, all: CategoryRow[], counts: Map<number, number>): DeskCategory => ({
    slug: row.slug,
    name: row.name,
    description: row.description ?? '',
    helpText: row.helpText ?? '',
    parent: row.parent,
    leaf: !all.some((each) => each.parent === row.slug),
    position: row.position,
    suggestedPriority: row.suggestedPriority,
    fields: row.fields ?? [],
    active: row.active,
    ticketCount: counts.get(row.id) ?? 0,
  });

  const check = async (slug: string | null, change: CategoryChange): Promise<void> => {
    const faults = categoryFaults(slug, change, await kinds().all());
    if (faults.length > 0) refuseFields(faults);
  };

  const held = async (slug: string): Promise<CategoryRow> => {
    const found = await kinds().bySlug(slug);
    if (!found) throw notFound();
    return found;
  };
  const note = (author: Author, change: Change): Promise<void> => getService(strapi, 'audit-log', auditLog).note(author, change);

  return {
    list: async (): Promise<DeskCategory[]> => {
      const all = await kinds().all();
      const counts = await ticketCounts();
      return all.map((row) => toDesk(row, all, counts));
    },
    /** Answers its slug. `author` null: it is written, and nobody is told (a seed). */
    create: (change: CategoryChange, author: Author | null): Promise<string> =>
      kinds().change(async () => {
        await check(null, change);
        const slug = slugFor(change.name, (await kinds().all()).map((each) => each.slug));
        if (slug === '') refuseFields([fieldError('name', 'malformed')]);
        await kinds().create(slug, change);
        if (author) await note(author, { what: `category ${change.name}`, action: 'created', after: toldOf(change, await kinds().all()) });
        return slug;
      }),
    update: (slug: string, change: CategoryChange, author: Author): Promise<void> =>
      kinds().change(async () => {
        const before = await held(slug);
        await check(slug, change);
        const all = await kinds().all();
        await kinds().update(slug, change);
        await note(author, { what: `category ${before.name}`, action: 'changed', before: toldOf(before, all), after: toldOf(change, all) });
      }),
    /** All categories of one level, the first at the front. */
    order: ({ parent, slugs }: CategoryOrder, author: Author): Promise<void> =>
      kinds().change(async () => {
        const siblings = (await kinds().all()).filter((each) => each.parent === parent);
        if (slugs.toSorted().join() !== siblings.map(({ slug }) => slug).toSorted().join()) refuseFields([fieldError('slugs', 'not_allowed')]);
        for (const [position, slug] of slugs.entries()) await kinds().update(slug, { position });
        const names = (order: string[]): string[] => order.map((slug) => siblings.find((each) => each.slug === slug)?.name ?? slug);
        const [before, after] = [names(siblings.map(({ slug }) => slug)), names(slugs)];
        if (before.join() !== after.join()) await note(author, { what: 'categories', action: 'ordered', before: { order: before }, after: { order: after } });
      }),
    /** Only what nothing hangs on can go; others are switched off instead. */
    remove: (slug: string, author: Author): Promise<void> =>
      kinds().change(async () => {
        const row = await held(slug);
        const all = await kinds().all();
        if (all.some((each) => each.parent === slug) || (await ticketCount(row.id)) > 0) {
          throw new Refusal('category_in_use', 'Requests or other categories belong to this category. Switch it off instead: it stays readable and takes no new requests.');
        }
        await kinds().remove(slug);
        await note(author, { what: `category ${row.name}`, action: 'removed', before: toldOf(row, all) });
      }),
  };
};
