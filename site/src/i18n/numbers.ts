import type { Language } from '@contracts/accounts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A file's size as people say it: `184 kB`, `2.4 MB`. */
export const fileSize = (bytes: number, language: Language): string => {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const value = bytes / 1000 ** power;
  const unit = units[power] ?? 'byte';
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: power === 0 ? 'long' : 'short', maximumFractionDigits: value < 10 && power > 0 ? 1 : 0 }).format(value);
};

/** A whole number with the language's own separators. */
export const wholeNumber = (value: number, language: Language): string => new Intl.NumberFormat(language).format(value);
