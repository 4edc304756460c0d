import { AsyncLocalStorage } from 'node:async_hooks';

const pretended = new AsyncLocalStorage<Date>();

/** The time, in one place, so that rules take `now` as a value. */
export const now = (): Date => pretended.getStore() ?? new Date();

/** Runs `work` as if it were `moment`: how seeds and tests give a conversation its past. */
export const at = <T>(moment: Date, work: () => T): T => pretended.run(moment, work);

/** Runs `work` in the real present, whatever is pretended around it: for what goes on after the caller. */
export const inPresent = <T>(work: () => T): T => pretended.exit(work);

/** Milliseconds of so many seconds. */
export const seconds = (count: number): number => count * 1000;
/** Milliseconds of so many minutes. */
export const minutes = (count: number): number => seconds(count * 60);
/** Milliseconds of so many hours. */
export const hours = (count: number): number => minutes(count * 60);
/** Milliseconds of so many days of 24 hours; calendars and summer time are the site's matter. */
export const days = (count: number): number => hours(count * 24);

/** `moment` moved by milliseconds. */
export const after = (moment: Date, milliseconds: number): Date => new Date(moment.getTime() + milliseconds);
