import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { countedAs, deskSorts, dueFilters } from '../../../contracts/desk';
import type { DeskListQuery, DeskSort, ViewFilters } from '../../../contracts/desk';
import type { SavedView } from '../../../contracts/desk-views';
import { priorities } from '../../../contracts/tickets';
import { filtersOf, statesWithin } from './views';

/** The filters that an agent can set; `_q` is how Strapi's own lists call the search. */
export const filterNames = ['state', 'category', 'priority', 'due', 'assignee', 'tag', 'sort', '_q'] as const;
export type FilterName = (typeof filterNames)[number];

/** What the address asks the inbox to show. */
export interface InboxQuery {
  /** The key of the view; see `views.ts`. */
  view: string;
  /** What the view itself asks for. */
  filters: ViewFilters;
  request: Partial<DeskListQuery>;
  /** True when something narrows the view. */
  narrowed: boolean;
  set(name: FilterName, value: string): void;
  clear(): void;
  /** The address of another view. */
  linkTo(view: string): string;
  go(view: string): void;
}

const oneOf = <Value extends string>(values: readonly Value[], wanted: string | null): Value | undefined => values.find((value) => value === wanted);

/** Without words there is no best match. */
const sortOf = (search: URLSearchParams, filters: ViewFilters, q: string): DeskSort => {
  const wanted = oneOf(deskSorts, search.get('sort')) ?? filters.sort ?? '-updatedAt';
  return wanted === 'match' && q === '' ? '-updatedAt' : wanted;
};

const wordsOf = (search: URLSearchParams, filters: ViewFilters): string => search.get('_q') ?? filters.q ?? '';

/** The tickets behind a figure, as the page of figures asks for them. */
const countedIn = (search: URLSearchParams): Pick<Partial<DeskListQuery>, 'counted' | 'from' | 'to' | 'segment' | 'language'> => {
  const counted = oneOf(countedAs, search.get('counted'));
  const given = (name: string): string | undefined => search.get(name) ?? undefined;
  return counted ? { counted, from: given('from'), to: given('to'), segment: given('segment'), language: given('language') } : {};
};

/** A view's own filters stay, but for the order and a state within its own. */
const requestOf = (search: URLSearchParams, filters: ViewFilters): Partial<DeskListQuery> => ({
  ...filters,
  page: Number(search.get('page') ?? 1),
  pageSize: Number(search.get('pageSize') ?? 25),
  sort: sortOf(search, filters, wordsOf(search, filters)),
  q: wordsOf(search, filters),
  state: oneOf(statesWithin(filters), search.get('state')) ?? filters.state,
  category: filters.category ?? search.get('category') ?? undefined,
  priority: filters.priority ?? oneOf(priorities, search.get('priority')),
  due: filters.due ?? oneOf(dueFilters, search.get('due')),
  assignee: filters.assignee ?? search.get('assignee') ?? undefined,
  tag: filters.tag ?? search.get('tag') ?? undefined,
  ...countedIn(search),
});

/** The inbox's query, kept in the address so that it can be shared and Back works. */
export const useInboxQuery = (saved: SavedView[]): InboxQuery => {
  const [search, setSearch] = useSearchParams();
  const view = search.get('view') ?? 'open';
  const filters = useMemo(() => filtersOf(view, saved) ?? filtersOf('open', saved) ?? {}, [view, saved]);
  const request = useMemo(() => requestOf(search, filters), [search, filters]);

  const set = useCallback(
    (name: FilterName, value: string) =>
      setSearch((before) => {
        const next = new URLSearchParams(before);
        next.delete('page');
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      }),
    [setSearch],
  );
  const go = useCallback((other: string) => setSearch({ view: other }), [setSearch]);
  const clear = useCallback(() => go(view), [go, view]);
  const linkTo = (other: string): string => `?${new URLSearchParams({ view: other })}`;
  const narrowed = filterNames.some((name) => name !== 'sort' && search.has(name));
  return { view, filters, request, narrowed, set, clear, linkTo, go };
};
