import { directionOf } from '@contracts/accounts';

/** Attributes of words that others wrote: their language and the way they run. `auto` where nobody knows the language. */
export const spokenIn = (lang: string | undefined): { lang?: string | undefined; dir?: 'ltr' | 'rtl' | 'auto' | undefined } =>
  lang === 'auto' ? { dir: 'auto' } : { lang, dir: lang ? directionOf(lang) : undefined };
