import { languages, type Language } from '@contracts/accounts';

/** The first language of the browser's wishes that we speak; English otherwise. Wishes come in order of liking. */
export const languageOf = (acceptLanguage: string | null): Language => {
  const wishes = (acceptLanguage ?? '').split(',').map((wish) => /^[a-z]+/i.exec(wish.trim())?.[0].toLowerCase());
  return wishes.map((wish) => languages.find((language) => language === wish)).find(Boolean) ?? 'en';
};
