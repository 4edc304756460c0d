type Language = 'en' | 'de';
const locales: Record<Language, string> = { en: 'en-GB', de: 'de-DE' };
/** Where Northwind is; the days in texts are counted there. */
export const homeZone = 'Europe/Berlin';
const oneDay = 86_400_000;

const isWeekend = (moment: Date): boolean => ['Sat', 'Sun'].includes(new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: homeZone }).format(moment));

const daysFrom = (moment: Date, days: number): Date => new Date(moment.getTime() + days * oneDay);

/** The day that is so many working days away; weekends are passed over. */
const workingDaysFrom = (moment: Date, days: number): Date => {
  const direction = Math.sign(days);
  let day = moment;
  for (let left = Math.abs(days); left > 0; ) {
    day = daysFrom(day, direction);
    if (!isWeekend(day)) left -= 1;
  }
  return day;
};

/** `12 November`, so many days from a moment. */
export const dayIn = (moment: Date, days: number, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'long', timeZone: homeZone }).format(daysFrom(moment, days));

/** `2026-11-12` in a time zone, so many days before a moment: the answer to a question for a date. */
export const dateBefore = (moment: Date, days: number, timeZone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(daysFrom(moment, -days));

const withoutIndent = (text: string): string => {
  const lines = text.replace(/^\n+|\s+$/g, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n');
};

const weekdayOf = (day: Date, language: Language): string => new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: homeZone }).format(day);

/**
 * A text of a script as it was written at `moment`. `{{-3d}}` becomes the date three days before,
 * `{{+2w}}` the date two working days later, `{{+2w weekday}}` its weekday, `{{-3d iso}}` a date for
 * programs; the indentation of the source is taken away.
 */
export const worded = (text: string, moment: Date, language: Language): string =>
  withoutIndent(text).replace(/\{\{([+-]\d+)([dw])( weekday| iso)?\}\}/g, (_all, count: string, unit: string, form: string | undefined) => {
    const day = unit === 'w' ? workingDaysFrom(moment, Number(count)) : daysFrom(moment, Number(count));
    if (form === ' iso') return dateBefore(day, 0, homeZone);
    return form === ' weekday' ? weekdayOf(day, language) : dayIn(day, 0, language);
  });
