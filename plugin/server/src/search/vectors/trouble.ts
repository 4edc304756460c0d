import { minutes, now, seconds } from '../../platform/clock';
import { saidBy } from '../../platform/said-by';
import type { Strapi } from '../../platform/domain';
import { VectorProblem } from './worker/problem';

/** Where trouble shows: while passages get their vectors, or while a question waits for its own. */
type Place = 'filling' | 'asking' | 'late';
interface Trouble {
  told: string;
  times: number;
  until: number;
}

const longestWait = minutes(1);
const told = (error: unknown): string => {
  const why = saidBy(error);
  const mend = error instanceof VectorProblem ? error.mend : 'It is tried again by itself; if it stays, look at the lines before this one.';
  return `The search goes on by words alone, because ${why}. ${mend}`;
};

/** Remembers what is wrong, logs it once, and says when to try again: after a second, then two, up to a minute. */
export const troubles = (strapi: Strapi, stopping: AbortSignal) => {
  const known = new Map<Place, Trouble>();
  const isTold = (text: string): boolean => [...known.values()].some((trouble) => trouble.told === text);

  return {
    note(place: Place, error: unknown): void {
      // What ends with the process is no trouble.
      if (stopping.aborted) return;
      const text = told(error);
      if (!isTold(text)) strapi.log.warn(text);
      const times = (known.get(place)?.times ?? 0) + 1;
      known.set(place, { told: text, times, until: now().getTime() + Math.min(longestWait, seconds(2 ** (times - 1))) });
    },

    over(place: Place): void {
      if (known.delete(place) && known.size === 0) strapi.log.info('The vectors of the search work again.');
    },

    /** True where something is wrong, and it is time to look whether it still is. */
    isDue: (place: Place): boolean => known.has(place) && now().getTime() >= (known.get(place)?.until ?? 0),

    /** True while it is too early to try again. */
    waits: (...places: Place[]): boolean => places.some((place) => now().getTime() < (known.get(place)?.until ?? 0)),

    /** What is wrong, why and how to mend it; null where all is well. */
    get problem(): string | null {
      return [...known.values()][0]?.told ?? null;
    },
  };
};
export type Troubles = ReturnType<typeof troubles>;
