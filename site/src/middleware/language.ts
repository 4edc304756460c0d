import { languages, type Language } from '@contracts/accounts';

/** The first language of the browser's wishes that we speak; English otherwise. Wishes come in order of liking. */
export const languageOf = (acceptLanguage: string | null): Language => {
  const wishes = (acceptLanguage ?? '').split(',').map((wish) => wish.trim().slice(0, 2).toLowerCase());
  return wishes.map((wish) => languages.find((language) => language === wish)).find(Boolean) ?? 'en';
};
