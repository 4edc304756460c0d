import { path } from '@layouts/paths';

/** What of the list's query string means something; the rest is dropped, so that links stay short. */
export interface ListChoice {
  q: string;
  state: string;
  category: string;
  sort: string;
  page: number;
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
