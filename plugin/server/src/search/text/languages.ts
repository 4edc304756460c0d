type Stemmer = (word: string) => string;
interface Grammar {
  stem: Stemmer;
  stopWords: string[];
}
type Loader = [stemmer: (() => Promise<{ stemmer: Stemmer }>) | null, stopWords: () => Promise<{ stopwords: string[] }>];

/** Loaded when a document of the language is: thirty stemmers together cost 90 ms and 9 MB. */
const loaders: Record<string, Loader> = {
  ar: [() => import('@orama/stemmers/arabic'), () => import('@orama/stopwords/arabic')],
  bg: [() => import('@orama/stemmers/bulgarian'), () => import('@orama/stopwords/bulgarian')],
  da: [() => import('@orama/stemmers/danish'), () => import('@orama/stopwords/danish')],
  de: [() => import('@orama/stemmers/german'), () => import('@orama/stopwords/german')],
  el: [() => import('@orama/stemmers/greek'), () => import('@orama/stopwords/greek')],
  en: [() => import('@orama/stemmers/english'), () => import('@orama/stopwords/english')],
  es: [() => import('@orama/stemmers/spanish'), () => import('@orama/stopwords/spanish')],
  fi: [() => import('@orama/stemmers/finnish'), () => import('@orama/stopwords/finnish')],
  fr: [() => import('@orama/stemmers/french'), () => import('@orama/stopwords/french')],
  ga: [() => import('@orama/stemmers/irish'), () => import('@orama/stopwords/irish')],
  hi: [() => import('@orama/stemmers/indian'), () => import('@orama/stopwords/indian')],
  hu: [() => import('@orama/stemmers/hungarian'), () => import('@orama/stopwords/hungarian')],
  hy: [() => import('@orama/stemmers/armenian'), () => import('@orama/stopwords/armenian')],
  id: [() => import('@orama/stemmers/indonesian'), () => import('@orama/stopwords/indonesian')],
  it: [() => import('@orama/stemmers/italian'), () => import('@orama/stopwords/italian')],
  ja: [null, () => import('@orama/stopwords/japanese')],
  lt: [() => import('@orama/stemmers/lithuanian'), () => import('@orama/stopwords/lithuanian')],
  ne: [() => import('@orama/stemmers/nepali'), () => import('@orama/stopwords/nepali')],
  nl: [() => import('@orama/stemmers/dutch'), () => import('@orama/stopwords/dutch')],
  no: [() => import('@orama/stemmers/norwegian'), () => import('@orama/stopwords/norwegian')],
  pt: [() => import('@orama/stemmers/portuguese'), () => import('@orama/stopwords/portuguese')],
  ro: [() => import('@orama/stemmers/romanian'), () => import('@orama/stopwords/romanian')],
  ru: [() => import('@orama/stemmers/russian'), () => import('@orama/stopwords/russian')],
  sl: [null, () => import('@orama/stopwords/slovenian')],
  sr: [() => import('@orama/stemmers/serbian'), () => import('@orama/stopwords/serbian')],
  sv: [() => import('@orama/stemmers/swedish'), () => import('@orama/stopwords/swedish')],
  ta: [() => import('@orama/stemmers/tamil'), () => import('@orama/stopwords/tamil')],
  tr: [() => import('@orama/stemmers/turkish'), () => import('@orama/stopwords/turkish')],
  uk: [() => import('@orama/stemmers/ukrainian'), () => import('@orama/stopwords/ukrainian')],
  zh: [null, () => import('@orama/stopwords/mandarin')],
};
const aliases = new Map([['nb', 'no'], ['nn', 'no'], ['in', 'id'], ['iw', 'he']]);

/** `de` of `de-AT`. */
export const baseLanguage = (language: string): string => {
  const base = language.toLowerCase().split(/[-_]/)[0] ?? '';
  return aliases.get(base) ?? base;
};

/** Stemmer and stop words of a language; one that nobody wrote them for keeps its words as they are. */
export const grammarOf = async (language: string): Promise<Grammar> => {
  const loader = Object.hasOwn(loaders, baseLanguage(language)) ? loaders[baseLanguage(language)] : undefined;
  if (!loader) return { stem: (word) => word, stopWords: [] };
  const [stemming, stopping] = loader;
  const { stopwords } = await stopping();
  return { stem: stemming ? (await stemming()).stemmer : (word) => word, stopWords: stopwords };
};
