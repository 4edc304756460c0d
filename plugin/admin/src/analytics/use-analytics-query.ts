import { useSearchParams } from 'react-router-dom';
import { comparisons, dimensions, figureDay } from '../../../contracts/analytics';
import type { Comparison, Dimension, Span } from '../../../contracts/analytics';
import { lastDays } from './spans';

type Change = Partial<Record<'from' | 'to' | 'compare' | 'by' | 'value' | 'parts', string | null>>;

/** What the page's address asks for. */
export interface AnalyticsQueryState {
  span: Span;
  compare: Comparison;
  /** By what the table tells figures apart. */
  parts: Dimension;
  part: { by: Dimension; value: string } | null;
  /** For the API. */
  search: string;
  partsSearch: string;
  fileSearch: string;
  set(change: Change): void;
  linkTo(change: Change): string;
}

const oneOf = <Value extends string>(values: readonly Value[], wanted: string | null): Value | undefined => values.find((value) => value === wanted);

/** Keeps what is asked in the address, so that a page of figures can be sent to a colleague. */
export const useAnalyticsQuery = (): AnalyticsQueryState => {
  const [search, setSearch] = useSearchParams();
  const usual = lastDays(30);
  const dayOf = (name: 'from' | 'to'): string => (figureDay.safeParse(search.get(name)).success ? (search.get(name) ?? '') : usual[name]);
  const span = { from: dayOf('from'), to: dayOf('to') };
  const compare = oneOf(comparisons, search.get('compare')) ?? 'before';
  const by = oneOf(dimensions, search.get('by'));
  const part = by && search.has('value') ? { by, value: search.get('value') ?? '' } : null;
  const changed = (change: Change): URLSearchParams => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(change)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    return next;
  };
  return {
    span,
    compare,
    parts: oneOf(dimensions, search.get('parts')) ?? 'category',
    part,
    search: String(new URLSearchParams({ ...span, ...part, compare })),
    partsSearch: String(new URLSearchParams({ ...span, by: oneOf(dimensions, search.get('parts')) ?? 'category' })),
    fileSearch: String(new URLSearchParams({ ...span, ...part })),
    set: (change) => setSearch(changed(change)),
    linkTo: (change) => `?${changed(change)}`,
  };
};
