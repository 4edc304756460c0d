import { languages, type Language } from '@contracts/accounts';
import { wordsFor, type Words } from './index';

/** Who reads this page, as far as words and dates depend on it. */
export interface Reader {
  language: Language;
  timeZone: string;
  words: Words;
}

interface ReaderLocals {
  language?: string | null;
  timeZone?: string | null;
}

const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

/**
 * The reader from `Astro.locals.language` and `Astro.locals.timeZone`, which the middleware sets.
 * Components call it so that no page has to hand words down; without locals it is English in UTC.
 */
export const readerOf = (locals: object): Reader => {
  const { language, timeZone } = locals as ReaderLocals;
  const known = isLanguage(language) ? language : 'en';
  return { language: known, timeZone: timeZone || 'UTC', words: wordsFor(known) };
};
