import { createHash } from 'node:crypto';
import { customers } from './people';
import type { Script, Step } from './script';
import { homeZone } from './wording';

/** A step with its moment; without a step it is the request's first message. */
export interface Scene {
  script: Script;
  step: Step | null;
  moment: Date;
}

const minute = 60_000;
const hour = 60 * minute;
const searchStep = 15 * minute;
/** Who is moved to the end of a day comes up to this long before it, so that not all come at once. */
const spread = 150;

interface LocalTime {
  weekday: string;
  hour: number;
}
const formatters = new Map<string, Intl.DateTimeFormat>();
const localTime = (moment: Date, timeZone: string): LocalTime => {
  const formatter = formatters.get(timeZone) ?? new Intl.DateTimeFormat('en', { weekday: 'short', hour: 'numeric', hourCycle: 'h23', timeZone });
  formatters.set(timeZone, formatter);
  const parts = Object.fromEntries(formatter.formatToParts(moment).map(({ type, value }) => [type, value]));
  return { weekday: parts.weekday ?? '', hour: Number(parts.hour) };
};

/** True on weekdays from eight to six in Flensburg. */
export const isOfficeTime = (moment: Date): boolean => {
  const { weekday, hour: clock } = localTime(moment, homeZone);
  return !['Sat', 'Sun'].includes(weekday) && clock >= 8 && clock < 18;
};
const isAwake = (moment: Date, timeZone: string): boolean => {
  const { hour: clock } = localTime(moment, timeZone);
  return clock >= 7 && clock < 23;
};

/** The moment itself where it fits, else one towards the end of the last stretch of time that did. */
const fitted = (moment: Date, fits: (moment: Date) => boolean, name: string): Date => {
  if (fits(moment)) return moment;
  let found = moment;
  while (!fits(found)) found = new Date(found.getTime() - searchStep);
  const earlier = createHash('sha256').update(name).digest().readUInt16BE(0) % spread;
  return new Date(found.getTime() - earlier * minute);
};

const actsInOffice = (step: Step | null): boolean => step !== null && 'by' in step;

/** One script backwards from its end, so that nothing lies in the future and every gap is kept or grows. */
const scenesOf = (script: Script, now: Date): Scene[] => {
  const steps: (Step | null)[] = [null, ...script.steps];
  const { timeZone } = customers[script.by];
  const scenes: Scene[] = [];
  let wanted = new Date(now.getTime() - script.ended * hour);
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const step = steps[index] ?? null;
    const moment = fitted(wanted, actsInOffice(step) ? isOfficeTime : (each) => isAwake(each, timeZone), `${script.subject} ${index}`);
    scenes.unshift({ script, step, moment });
    wanted = new Date(moment.getTime() - (step?.after ?? 0) * hour);
  }
  return scenes;
};

/** All scripts as they happened up to `now`, in order of time. Agents act in office hours, customers while they are awake. */
export const scenesUpTo = (scripts: Script[], now: Date): Scene[] =>
  scripts.flatMap((script) => scenesOf(script, now)).sort((one, other) => one.moment.getTime() - other.moment.getTime());
