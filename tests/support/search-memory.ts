import { Memory } from '../../plugin/server/src/search/memory/memory';
import { answerSearch, answerSuggest } from '../../plugin/server/src/search/ranking/answer';
import type { SearchDocument, SearchExample, SearchQuery, SuggestQuery } from '../../plugin/server/src/search/types';

/** An article with one section, in English and for everyone unless said otherwise. */
export const article = (key: string, title: string, text: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  key,
  language: 'en',
  title,
  keywords: [],
  sections: [{ heading: '', anchor: 'top', text }],
  audiences: [],
  ...more,
});

/** A past question that one article answered. */
export const solved = (key: string, text: string, document: string, language = 'en'): SearchExample => ({ key, language, text, answers: [{ document, weight: 1 }] });

const at = { language: 'en', audience: null } as const;

/** A search that holds these articles and learned from these questions. */
export const knowing = async (documents: SearchDocument[], examples: SearchExample[] = []) => {
  const memory = new Memory();
  const unhurried = async (): Promise<void> => undefined;
  for (const document of documents) await memory.putDocument(document, unhurried);
  for (const example of examples) await memory.putExample(example, unhurried);
  const search = (text: string, more: Partial<SearchQuery> = {}) => answerSearch(memory, { text, offset: 0, limit: 10, ...at, ...more });
  return {
    memory,
    search,
    found: (text: string, more: Partial<SearchQuery> = {}): string[] => search(text, more).hits.map(({ key }) => key),
    suggest: (title: string, text: string, more: Partial<SuggestQuery> = {}) => answerSuggest(memory, { title, text, limit: 5, ...at, ...more }),
  };
};

/** Articles about other things, so that words of the ones that matter are rare. */
export const others = ['invoices and payments', 'opening hours of the shop', 'garden chairs and tables', 'gift vouchers for friends', 'jobs in the warehouse', 'the story of the founders', 'washing instructions for wool', 'stores near the station'].map((topic, number) =>
  article(`other-${number}`, `All about ${topic}`, `This page tells of ${topic}. Read it whenever ${topic} matter to the family.`),
);
