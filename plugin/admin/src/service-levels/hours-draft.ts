import type { BusinessHours, Holiday, Opening } from '../../../contracts/service-levels';

/** An item of a list as a form holds it: `key` stays with it. */
export type Keyed<Item> = Item & { key: string };

/** Business hours as the form holds them. */
export interface HoursDraft {
  timeZone: string;
  openings: Keyed<Opening>[];
  holidays: Keyed<Holiday>[];
}

/** Gives an item its key. */
export const keyed = <Item extends object>(item: Item): Keyed<Item> => ({ ...item, key: crypto.randomUUID() });

/** The form of what was read. A day's end is shown as a clock shows it. */
export const draftOfHours = ({ timeZone, openings, holidays }: BusinessHours): HoursDraft => ({
  timeZone,
  openings: openings.map(({ to, ...opening }) => keyed({ ...opening, to: to === '24:00' ? '00:00' : to })),
  holidays: holidays.map(keyed),
});

/** What the form says, as it is saved: midnight as a closing is the end of the day. */
export const hoursOfDraft = ({ timeZone, openings, holidays }: HoursDraft): BusinessHours => ({
  timeZone,
  openings: openings.map(({ day, from, to }) => ({ day, from, to: to === '00:00' ? '24:00' : to })),
  holidays: holidays.map(({ name, from, to }) => ({ name, from, to: to || from })),
});

/** The list with one item changed. */
export const withChanged = <Item extends { key: string }>(items: Item[], key: string, change: Partial<Item>): Item[] => items.map((each) => (each.key === key ? { ...each, ...change } : each));
/** The list without one item. */
export const withoutKey = <Item extends { key: string }>(items: Item[], key: string): Item[] => items.filter((each) => each.key !== key);
