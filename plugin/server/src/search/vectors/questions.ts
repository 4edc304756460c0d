import { LRUCache } from 'lru-cache';
import type { Embedder } from './embedder';
import type { Troubles } from './trouble';
import { VectorProblem } from './worker/problem';

type Vector = Float32Array<ArrayBuffer>;

const remembered = 500;
/** More questions than this do not queue up before a slow model: they go by words alone. */
const mostAtOnce = 8;
/** So many in a row must be late before it is a trouble and not chance. */
const lateInARow = 3;

/** Vectors of questions: remembered, shared between those who ask the same, and never waited for longer than `timeoutMs`. */
export const questionVectors = (embedder: Embedder, timeoutMs: number, trouble: Troubles) => {
  const known = new LRUCache<string, Vector>({ max: remembered });
  const asked = new Map<string, Promise<Vector | null>>();
  let late = 0;

  const ask = async (text: string): Promise<Vector | null> => {
    try {
      const [vector] = await embedder.embed([text], 'question');
      if (vector) known.set(text, vector);
      trouble.over('asking');
      return vector ?? null;
    } catch (error) {
      trouble.note('asking', error);
      return null;
    }
  };

  const begin = (text: string): Promise<Vector | null> => {
    const running = asked.get(text);
    if (running || asked.size >= mostAtOnce) return running ?? Promise.resolve(null);
    const begun = ask(text).finally(() => asked.delete(text));
    asked.set(text, begun);
    return begun;
  };

  return {
    /** The vector, or null where it cannot be had now. What comes too late is there for the next who asks the same. */
    of: async (text: string): Promise<Vector | null> => known.get(text) ?? begin(text),

    /** Runs `work` for at most the time-out; null when it passes. */
    async inTime<T>(work: Promise<T>): Promise<T | null> {
      let timer: NodeJS.Timeout | undefined;
      const isLate = Symbol('late');
      const passed = new Promise<typeof isLate>((resolve) => (timer = setTimeout(() => resolve(isLate), timeoutMs)));
      const first = await Promise.race([work, passed]).finally(() => clearTimeout(timer));
      late = first === isLate ? late + 1 : 0;
      if (late === 0) trouble.over('late');
      if (late >= lateInARow) trouble.note('late', new VectorProblem(`vectors did not come within ${timeoutMs} ms`, 'Use a faster provider or model, or raise search.vectors.timeoutMs (PORTAL_VECTORS_TIMEOUT_MS).'));
      return first === isLate ? null : first;
    },

    /** After trouble: looks whether it has passed, so that nobody need ask to find out. */
    async tryAgain(): Promise<void> {
      if (!trouble.isDue('asking') && !trouble.isDue('late')) return;
      const from = performance.now();
      const vector = await ask('length');
      if (vector && performance.now() - from <= timeoutMs) trouble.over('late');
    },

    /** Forgets all: vectors of another model cannot be compared. */
    forget: (): void => known.clear(),
  };
};
