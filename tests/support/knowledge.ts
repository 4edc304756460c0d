import type { Article, SearchAnswer, SearchHit } from '../../plugin/contracts/knowledge';
import { makeArticle } from '../../database/seeds/builders/articles';
import type { App } from '../../database/seeds/builders/services';
import type { Visitor } from './visitor';

/** The titles that somebody finds for some words. */
export const titlesFound = async (who: Visitor, words: string, language = 'en'): Promise<string[]> =>
  (await who.get<SearchAnswer>(`/knowledge/search?q=${encodeURIComponent(words)}&language=${language}`)).data.hits.map(({ article }: SearchHit) => article.title);

/** Asks again until it is so, for at most two seconds: as long as a change may take to be seen. */
export const within2Seconds = async (isSo: () => Promise<boolean>): Promise<boolean> => {
  const last = Date.now() + 2000;
  for (;;) {
    if (await isSo()) return true;
    if (Date.now() > last) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

/** An article as somebody reads it; undefined where it does not exist for him. */
export const readArticle = async (who: Visitor, slug: string, language?: string): Promise<Article | undefined> => {
  const { status, data } = await who.get<Article>(`/knowledge/articles/${slug}${language ? `?language=${language}` : ''}`);
  return status === 200 ? data : undefined;
};

const others = [
  'The bakery opens at six and sells rye bread with caraway.', 'Bicycle chains want oil after every long ride in the rain.', 'Tulips are planted in autumn, ten centimetres deep.', 'The lighthouse was built of granite in 1880.',
  'Violins are tuned in fifths, from the lowest string up.', 'Ferries to the island leave on the hour until nine.', 'Candles burn evenly when the wick is trimmed.', 'Marathon runners drink at every second table.',
  'The library lends six books for three weeks.', 'Chess clocks count down for both players.', 'Wool shrinks when it is washed too hot.', 'Snow tyres are changed at Easter and in October.',
];

/** Articles about something else. What is in every text of a small collection weighs nothing, so questions need others to stand out from. */
export const makeOtherArticles = async (app: App): Promise<void> => {
  for (const [number, body] of others.entries()) await makeArticle(app, { title: `Other ${number}`, slug: `other-${number}`, body });
};
