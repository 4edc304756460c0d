import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { deskSorts, dueFilters } from '../../../contracts/desk';
import type { DeskListQuery } from '../../../contracts/desk';
import { priorities } from '../../../contracts/tickets';
import { viewNames, views } from './views';
import type { ViewName } from './views';

/** The filters that an agent can set; `_q` is how Strapi's own lists call the search. */
export type FilterName = 'state' | 'category' | 'priority' | 'due' | 'assignee' | 'sort' | '_q';

/** What the address asks the inbox to show. */
export interface InboxQuery {
  view: ViewName;
  request: Partial<DeskListQuery>;
  /** True when something narrows the view. */
  narrowed: boolean;
  set(name: FilterName, value: string): void;
  clear(): void;
  /** The address of another view, with the filters that make sense there too. */
  linkTo(view: ViewName): string;
}

const oneOf = <Value extends string>(values: readonly Value[], wanted: string | null): Value | undefined => values.find((value) => value === wanted);

const requestOf = (search: URLSearchParams, view: ViewName): Partial<DeskListQuery> => {
  const { fixed, states } = views[view];
  return {
    page: Number(search.get('page') ?? 1),
    pageSize: Number(search.get('pageSize') ?? 25),
    sort: oneOf(deskSorts, search.get('sort')) ?? '-updatedAt',
    q: search.get('_q') ?? '',
    state: oneOf(states, search.get('state')) ?? fixed.state,
    category: search.get('category') ?? undefined,
    priority: oneOf(priorities, search.get('priority')),
    due: oneOf(dueFilters, search.get('due')),
    assignee: fixed.assignee ?? search.get('assignee') ?? undefined,
  };
};

/** The inbox's query, kept in the address so that it can be shared and Back works. */
export const useInboxQuery = (): InboxQuery => {
  const [search, setSearch] = useSearchParams();
  const view = oneOf(viewNames, search.get('view')) ?? 'open';
  const request = useMemo(() => requestOf(search, view), [search, view]);

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
  const clear = useCallback(() => setSearch({ view }), [setSearch, view]);
  const linkTo = (other: ViewName): string => {
    const next = new URLSearchParams(search);
    for (const name of ['page', 'state', 'assignee', 'due']) next.delete(name);
    next.set('view', other);
    return `?${next}`;
  };
  const narrowed = ['state', 'category', 'priority', 'due', 'assignee', '_q'].some((name) => search.has(name));
  return { view, request, narrowed, set, clear, linkTo };
};
