import type { Language } from '@contracts/accounts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A file's size as people say it: `184 kB`, `2.4 MB`. */
export const fileSize = (bytes: number, language: Language): string => {
  // By what is shown, so that 999,999 bytes are not called 1,000 kB.
  const power = units.findIndex((_unit, index) => Math.round(bytes / 1000 ** index) < 1000 || index === units.length - 1);
  const value = bytes / 1000 ** power;
  const unit = units[power] ?? 'byte';
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: value < 10 && power > 0 ? 1 : 0 }).format(value);
};

/** A whole number with the language's own separators. */
export const wholeNumber = (value: number, language: Language): string => new Intl.NumberFormat(language).format(value);
