import { learnHints } from './article/field-hints';
import { pluginId } from './places';

const prefixed = (words: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [`${pluginId}.${key}`, text]));

const forForms = (locale: string, words: Record<string, string>): Record<string, string> => {
  learnHints(locale, words);
  return words;
};

/** The plugin's words by their ids, and those for the fields of articles, for which Strapi asks by ids of its own. */
export const loadWords = async (locale: string): Promise<Record<string, string>> => {
  switch (locale) {
    // Fields have no English words here: theirs stand in the content types, and what somebody makes of them in “Configure the view” counts.
    case 'en':
      return prefixed((await import('./translations/en.json')).default);
    case 'de':
      return { ...prefixed((await import('./translations/de.json')).default), ...forForms(locale, (await import('./translations/content.de.json')).default) };
    case 'ar':
      return { ...prefixed((await import('./translations/ar.json')).default), ...forForms(locale, (await import('./translations/content.ar.json')).default) };
    default:
      return {};
  }
};
