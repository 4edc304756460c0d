/** Languages that content is written in: Strapi's locales. */
export interface Locales {
  standard: string;
  all: string[];
}

/** The locale that a wanted language means: itself, its base language (`de` for `de-AT`), else the installation's own. */
export const localeFor = (wanted: string | undefined, { standard, all }: Locales): string => {
  if (wanted === undefined) return standard;
  const same = (code: string): ((locale: string) => boolean) => (locale) => locale.toLowerCase() === code;
  const base = wanted.toLowerCase().split('-')[0] ?? '';
  return all.find(same(wanted.toLowerCase())) ?? all.find(same(base)) ?? standard;
};
