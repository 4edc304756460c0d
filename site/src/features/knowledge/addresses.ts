import { path } from '@layouts/paths';

/** How a reader came to an article, or wants to read it. */
export interface ArticleAddress {
  /** Name of the suggestion that offered it. */
  from?: string | undefined;
  /** `chat` where it was offered before a chat, and not a request. */
  before?: 'chat' | undefined;
  /** Name of the search that found it. */
  search?: string | undefined;
  /** Asks for exactly this language. */
  language?: string | undefined;
  said?: string | undefined;
  anchor?: string | undefined;
}

const withQuery = (address: string, choices: Record<string, string | undefined>): string => {
  const query = new URLSearchParams(Object.entries(choices).filter((choice): choice is [string, string] => Boolean(choice[1]))).toString();
  return query ? `${address}?${query}` : address;
};

/** Address of an article. */
export const articlePath = (slug: string, { anchor, ...choices }: ArticleAddress = {}): string =>
  `${withQuery(path(`/articles/${encodeURIComponent(slug)}`), choices)}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`;

/** Address of a topic's page. */
export const topicPath = (slug: string): string => path(`/answers/${encodeURIComponent(slug)}`);

/** Address of a new request that begins with these words. */
export const askPath = (words = ''): string => withQuery(path('/requests/new'), { words: words.slice(0, 200) });

/** What a search's address says. */
export interface SearchChoice {
  q: string;
  category: string;
  page: number;
}

/** The words of a search's address, without the one character that no database keeps. */
export const searchWords = (query: URLSearchParams, longest: number): string => (query.get('q') ?? '').replaceAll('\u0000', '').slice(0, longest);

/** Reads a search's address; whatever it holds, it is a search. */
export const searchChoice = (query: URLSearchParams): SearchChoice => {
  const page = Number(query.get('page') ?? 1);
  return {
    q: searchWords(query, 10_000),
    category: (query.get('category') ?? '').replaceAll('\u0000', '').slice(0, 80),
    page: Number.isSafeInteger(page) && page > 0 && page <= 1000 ? page : 1,
  };
};

/** Address of a search. */
export const searchPath = ({ q = '', category = '', page = 1 }: Partial<SearchChoice>): string =>
  withQuery(path('/search'), { q, category, page: page > 1 ? String(page) : '' });

/** The API's query for a search; `isAgain`: it was counted before. */
export const searchQuery = ({ q, category, page }: SearchChoice, isAgain = false): string => withQuery('', { q, category, page: page > 1 ? String(page) : '', typing: isAgain ? 'true' : '' });

/** What a search's address says of an answer that was asked for there: its name, or why there is none, and the name of the search. */
export interface AskedChoice {
  answer: string;
  none: 'spent' | 'failed' | '';
  search: string;
}
const name = /^[\w-]{22}$/;

/** Reads it; what is malformed says nothing. */
export const askedChoice = (query: URLSearchParams): AskedChoice => {
  const [answer = '', search = '', none = ''] = ['answer', 'search', 'none'].map((each) => query.get(each) ?? '');
  return { answer: name.test(answer) ? answer : '', none: none === 'spent' || none === 'failed' ? none : '', search: name.test(search) ? search : '' };
};

/** Address of a search with an answer that was asked for there. */
export const askedPath = ({ q, category }: Pick<SearchChoice, 'q' | 'category'>, { answer, none, search }: AskedChoice): string => `${withQuery(path('/search'), { q, category, search, answer, none })}#answer`;
