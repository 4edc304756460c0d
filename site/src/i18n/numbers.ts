import type { Language } from '@contracts/accounts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

// Formatters take far longer to make than to use.
const formatters = new Map<string, Intl.NumberFormat>();
const formatterFor = (language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const key = `${language} ${options.unit ?? ''} ${options.maximumFractionDigits ?? ''}`;
  const formatter = formatters.get(key) ?? new Intl.NumberFormat(language, { ...options, numberingSystem: 'latn' });
  formatters.set(key, formatter);
  return formatter;
};

/**
 * A file's size as people say it: `184 kB`, `2.4 MB`. A megabyte is 1024² bytes, as where limits are set: who was
 * promised 25 MB must not read 26.
 */
export const fileSize = (bytes: number, language: Language): string => {
  // By what is shown, so that nothing is called 1,000 kB.
  const power = units.findIndex((_unit, index) => Math.round(bytes / 1024 ** index) < 1000 || index === units.length - 1);
  const value = bytes / 1024 ** power;
  const unit = units[power] ?? 'byte';
  return formatterFor(language, { style: 'unit', unit, unitDisplay: power === 0 ? 'long' : 'short', maximumFractionDigits: value < 10 && power > 0 ? 1 : 0 }).format(value);
};

/** A span as people say it: `45 minutes`, `5 hours`, `3 days`; what is less than one and a half of the next unit stays in the smaller one. */
export const spanOf = (minutes: number, language: Language): string => {
  const [unit, value] = minutes < 90 ? (['minute', minutes] as const) : minutes < 2160 ? (['hour', minutes / 60] as const) : (['day', minutes / 1440] as const);
  return formatterFor(language, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 }).format(value);
};

/** A number with at most one place behind the point. */
export const shortNumber = (value: number, language: Language): string => formatterFor(language, { maximumFractionDigits: 1 }).format(value);

/** A whole number with the language's own separators. */
export const wholeNumber = (value: number, language: Language): string => formatterFor(language, {}).format(value);
