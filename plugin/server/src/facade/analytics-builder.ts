import { analyticsQuery } from '../../../contracts/analytics';
import type { Analytics, Comparison, Dimension } from '../../../contracts/analytics';
import { figures } from '../analytics/services/figures';
import { Refusal } from '../platform/errors';
import { getService } from '../platform/get-service';
import { validate } from '../platform/validate';
import type { Strapi } from '../platform/domain';
import { categories } from '../tickets/services/categories';

/** Figures for code of the host application: each call answers a new question, `get` asks it. */
export interface AnalyticsBuilder {
  /** From one date to another, both counted, as days of the desk's time zone: `2026-03-01`, or the UTC date of a moment. */
  between(from: string | Date, to: string | Date): AnalyticsBuilder;
  /** Only what is counted to one segment by its name, category by its slug, agent by number, or language. The last of them holds. */
  bySegment(name: string): AnalyticsBuilder;
  byCategory(slug: string): AnalyticsBuilder;
  byAgent(id: number): AnalyticsBuilder;
  byLanguage(language: string): AnalyticsBuilder;
  /** With the span right before (unless said otherwise), the same dates a year ago, or nothing. */
  comparedWith(comparison: Comparison): AnalyticsBuilder;
  /** What it comes to; throws `validation_failed` for dates that are none, in the wrong order or ten years apart, `not_found` for a category that there is not. */
  get(): Promise<Analytics>;
}

type Question = Partial<{ from: string; to: string; by: Dimension; value: string; compare: Comparison }>;
const dateOf = (day: string | Date): string => (day instanceof Date ? (Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10)) : day);

/** Begins a question for figures. */
export const analyticsBuilder = (strapi: Strapi, asked: Question = {}): AnalyticsBuilder => {
  const but = (more: Question): AnalyticsBuilder => analyticsBuilder(strapi, { ...asked, ...more });
  const valueOf = async ({ by, value }: Question): Promise<string | undefined> => {
    if (by !== 'category' || value === undefined) return value;
    const kind = await getService(strapi, 'categories', categories).bySlug(value);
    if (!kind) throw new Refusal('not_found', `There is no category "${value}".`);
    return String(kind.id);
  };
  return {
    between: (from, to) => but({ from: dateOf(from), to: dateOf(to) }),
    bySegment: (name) => but({ by: 'segment', value: name }),
    byCategory: (slug) => but({ by: 'category', value: slug }),
    byAgent: (id) => but({ by: 'agent', value: String(id) }),
    byLanguage: (language) => but({ by: 'language', value: language }),
    comparedWith: (compare) => but({ compare }),
    get: async () => getService(strapi, 'figures', figures).of(validate(analyticsQuery, { ...asked, value: await valueOf(asked) })),
  };
};
