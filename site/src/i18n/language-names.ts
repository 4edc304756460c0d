import type { Language } from '@contracts/accounts';

const names = new Map<Language, Intl.DisplayNames>();

/** A language as readers of another one call it: `Arabic`, `Arabisch`, `العربية`; its code where nobody knows it. */
export const languageName = (code: string, language: Language): string => {
  const known = names.get(language) ?? new Intl.DisplayNames([language], { type: 'language' });
  names.set(language, known);
  try {
    return known.of(code) ?? code;
  } catch {
    return code;
  }
};
