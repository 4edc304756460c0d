import { languages, type Language } from '@contracts/accounts';

/** The language that an address asks for, else the first of the browser's wishes that we speak (they come in order of liking); null when nobody wishes one of ours. */
export const languageOf = (asked: string | null, acceptLanguage: string | null): Language | null => {
  const wishes = [asked ?? '', ...(acceptLanguage ?? '').split(',')].map((wish) => /^[a-z]+/i.exec(wish.trim())?.[0].toLowerCase());
  return wishes.map((wish) => languages.find((language) => language === wish)).find(Boolean) ?? null;
};
