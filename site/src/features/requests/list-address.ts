import type { TicketDetail } from '@contracts/tickets';
import type { Words } from '@i18n/index';
import { path } from '@layouts/paths';

/** What of the list's query string means something; the rest is dropped, so that links stay short. */
export interface ListChoice {
  q: string;
  state: string;
  category: string;
  sort: string;
  page: number;
  /** Whose: one's own, or those of the organisation. */
  scope: '' | 'organisation';
}

/** Reads the list's address. A page that is no number is the first. */
export const listChoice = (query: URLSearchParams): ListChoice => {
  const page = Number(query.get('page') ?? 1);
  return {
    q: (query.get('q') ?? '').slice(0, 200),
    state: query.get('state') ?? '',
    category: query.get('category') ?? '',
    sort: query.get('sort') ?? '',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    scope: query.get('scope') === 'organisation' ? 'organisation' : '',
  };
};

const filled = (choice: ListChoice): [string, string][] =>
  Object.entries(choice)
    .filter(([name, value]) => value !== '' && !(name === 'page' && value === 1))
    .map(([name, value]) => [name, String(value)]);

/** The query of the API call for a choice. */
export const listQuery = (choice: ListChoice): string => new URLSearchParams([...filled(choice), ['pageSize', '20']]).toString();

/** Address of another page of the same list. */
export const listAddress = (choice: ListChoice, page: number): string => {
  const query = new URLSearchParams(filled({ ...choice, page })).toString();
  return `${path('/requests')}${query ? `?${query}` : ''}`;
};

/** Whether search or a filter leaves anything out. */
export const isNarrowed = ({ q, state, category }: ListChoice): boolean => q !== '' || state !== '' || category !== '';

/** Address of a whole list, without search and filters. */
export const wholeList = (scope: ListChoice['scope']): string => listAddress({ q: '', state: '', category: '', sort: '', page: 1, scope }, 1);

/** The list on which a reader finds a request: his own, or that of the organisation of a colleague who sent it. */
export const placeOf = ({ requests: { list } }: Words, { colleague, audience }: TicketDetail): { label: string; href: string } => {
  const house = colleague ? audience.find(({ role }) => role === 'colleagues') : undefined;
  return house ? { label: list.ofOrganisation(house.name), href: wholeList('organisation') } : { label: list.title, href: wholeList('') };
};
