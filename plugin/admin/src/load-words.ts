import { pluginId } from './places';

const prefixed = (words: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [`${pluginId}.${key}`, text]));

/** The plugin's words by their ids, and those for the fields of articles, for which Strapi asks by ids of its own. */
export const loadWords = async (locale: string): Promise<Record<string, string>> => {
  switch (locale) {
    // Fields have no English words here: they would stand over labels that somebody set in “Configure the view”.
    case 'en':
      return prefixed((await import('./translations/en.json')).default);
    case 'de':
      return { ...prefixed((await import('./translations/de.json')).default), ...(await import('./translations/content.de.json')).default };
    case 'ar':
      return { ...prefixed((await import('./translations/ar.json')).default), ...(await import('./translations/content.ar.json')).default };
    default:
      return {};
  }
};
