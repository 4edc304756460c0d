import type { StrapiApp } from '@strapi/strapi/admin';

interface Field {
  hint?: string;
}
interface Given {
  layout: { layout: Field[][][] };
}

const hints = new Map<string, Record<string, string>>();

/** Keeps what was loaded for a language, so that hints below fields can be said in it. */
export const learnHints = (locale: string, words: Record<string, string>): void => void hints.set(locale, words);

/** Strapi says a hint as it stands in the content type; of ours there are others in each language, by the English sentence. */
export const translateHints = <All extends Given>(given: All): All => {
  const words = hints.get(document.documentElement.lang) ?? {};
  const said = (field: Field): Field => (field.hint && words[field.hint] ? { ...field, hint: words[field.hint] } : field);
  return { ...given, layout: { ...given.layout, layout: given.layout.layout.map((panel) => panel.map((row) => row.map(said))) } };
};

/** Has the content manager's forms say their hints in the admin's language. */
export const addFieldHints = (app: Pick<StrapiApp, 'registerHook'>): void => app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', translateHints);
