import type { DeskCategory } from '../../../../contracts/desk';
import type { CategoryChange } from '../../../../contracts/tickets';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { fieldError, refuseFields } from '../../platform/validate';
import type { Strapi } from '../../platform/domain';
import { categoryFaults, slugFor } from '../category-rules';
import type { CategoryRow, TicketRow } from '../rows';
import { categories } from './categories';

/** What an admin does with categories. */
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

  return {
    list: async (): Promise<DeskCategory[]> => {
      const all = await kinds().all();
      const counts = await ticketCounts();
      return all.map((row) => toDesk(row, all, counts));
    },
    async create(change: CategoryChange): Promise<string> {
      await check(null, change);
      const slug = slugFor(change.name, (await kinds().all()).map((each) => each.slug));
      if (slug === '') refuseFields([fieldError('name', 'malformed')]);
      await kinds().create(slug, change);
      return slug;
    },
    async update(slug: string, change: CategoryChange): Promise<void> {
      if (!(await kinds().bySlug(slug))) throw notFound();
      await check(slug, change);
      await kinds().update(slug, change);
    },
    /** Only what nothing hangs on can go; others are switched off instead. */
    async remove(slug: string): Promise<void> {
      const row = await kinds().bySlug(slug);
      if (!row) throw notFound();
      const children = (await kinds().all()).some((each) => each.parent === slug);
      if (children || (await ticketCount(row.id)) > 0) {
        throw new Refusal('category_in_use', 'Requests or other categories belong to this category. Switch it off instead: it stays readable and takes no new requests.');
      }
      await kinds().remove(slug);
    },
  };
};
