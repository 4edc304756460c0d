import { chancesOf, oneOf, weighed } from './chances';
import type { Chance } from './chances';
import { momentOf, pastDays } from './rhythm';
import type { PastDay } from './rhythm';
import { stories } from './stories';

const day = 86_400_000;
/** Searches are forgotten after half a year (`retention.searchDays`): those of before are not there any more. */
const searchDays = 175;

/** What is looked for, how often, and how many answers there are. */
const searched: [[query: string, results: number], weight: number][] = [
  [['parcel', 4], 16], [['tracking', 3], 9], [['rain gauge', 6], 12], [['frost alert', 5], 14], [['hub offline', 5], 13], [['wifi', 4], 9], [['wind zero', 3], 7], [['export excel', 2], 8],
  [['invoice', 3], 10], [['refund', 2], 6], [['pairing', 4], 7], [['where to put the station', 5], 6], [['soil moisture', 3], 5], [['api token', 2], 5], [['plus', 4], 6], [['battery', 3], 6], [['spare parts', 4], 6],
  [['customs', 2], 4], [['temperature too high', 4], 7], [['guarantee', 2], 4], [['lightning sensor', 0], 5], [['home assistant', 0], 5], [['snow depth', 0], 3], [['solar panel bigger', 0], 2], [['webcam', 0], 2],
];

export interface PastSearch {
  at: number;
  query: string;
  results: number;
  openings: number;
}
/** Answers that were offered while a request was written; `article`: the first of them, by its slug. */
export interface PastSuggestion {
  at: number;
  language: 'en' | 'de';
  category: string;
  article: string;
  offers: number;
  openings: number;
  outcome: 'open' | 'solved' | 'sent';
}
/** What became of an article in a week. */
export interface PastReading {
  day: string;
  article: string;
  views: number;
  shown: number;
  opened: number;
  solved: number;
  sent: number;
}

const times = (count: number, chance: Chance): number => Math.floor(count) + (chance(1000) < (count % 1) * 1000 ? 1 : 0);
const ofDays = <Thing>(days: PastDay[], name: string, perDay: number, make: (at: number, chance: Chance, progress: number) => Thing): Thing[] =>
  days.flatMap((each, index) => {
    const chance = chancesOf(`${name} of day ${index}`);
    return Array.from({ length: times(each.busy * perDay, chance) }, () => make(momentOf(each, chance), chance, index / days.length));
  });

const search = (at: number, chance: Chance): PastSearch => {
  const [query, results] = weighed(searched, chance);
  return { at, query, results, openings: results > 0 && chance(100) < 62 ? 1 + chance(2) : 0 };
};

/** As articles get better, more who open one need no request. */
const suggestion = (at: number, chance: Chance, progress: number): PastSuggestion => {
  const { category, language, article = '' } = oneOf(stories, chance);
  const offers = chance(100) < 84 ? 1 + chance(5) : 0;
  const openings = offers > 0 && chance(100) < 55 ? 1 : 0;
  const spared = openings > 0 && chance(100) < 35 + 25 * progress;
  return { at, language, category, article, offers, openings, outcome: spared ? (chance(3) === 0 ? 'open' : 'solved') : 'sent' };
};

/** Searches of half a year up to yesterday, oldest first. */
export const pastSearches = (now: Date): PastSearch[] => ofDays(pastDays(now).slice(-searchDays), 'searches', 6, search);
/** Suggestions of a year up to yesterday, oldest first. */
export const pastSuggestions = (now: Date): PastSuggestion[] => ofDays(pastDays(now), 'suggestions', 1.9, suggestion);

/** Readings of articles, a week in one row: the last day of each. What came of suggestions is what those say. */
export const pastReadings = (now: Date, suggestions: PastSuggestion[], articles: readonly string[]): PastReading[] => {
  const days = pastDays(now);
  return days.flatMap(({ midnight }, index) => {
    if ((days.length - index) % 7 !== 4) return [];
    const chance = chancesOf(`readings of week ${index}`);
    const busy = days.slice(Math.max(0, index - 6), index + 1).reduce((sum, each) => sum + each.busy, 0) / 7;
    const within = suggestions.filter(({ at, offers }) => offers > 0 && at >= midnight - 6 * day && at < midnight + day);
    return articles.map((article) => {
      const own = within.filter((each) => each.article === article);
      const opened = own.filter(({ openings }) => openings > 0);
      const counts = { shown: own.length * 2 + chance(4), opened: opened.length + chance(3), solved: opened.filter(({ outcome }) => outcome === 'solved').length, sent: opened.filter(({ outcome }) => outcome === 'sent').length };
      return { day: new Date(midnight + day / 2).toISOString().slice(0, 10), article, views: Math.round((2 + own.length * 2 + chance(7)) * busy), ...counts };
    });
  });
};
