import { AsyncLocalStorage } from 'node:async_hooks';
import type { VectorHealth } from '../../../../contracts/search-vectors';
import { after, hours, now } from '../../platform/clock';
import type { Strapi } from '../../platform/domain';
import { changeFollower } from '../changes';
import { loadIndex, takeChanges } from '../loading';
import type { Loaded } from '../loading';
import { pauser } from '../memory/pause';
import { Memory } from '../memory/memory';
import { answerSearch, answerSuggest } from '../ranking/answer';
import type { Parameters } from '../ranking/parameters';
import { noVectors, vectorKeeper } from '../vectors/keeper';
import type { NearQuery } from '../vectors/keeper';
import { parametersOf, settingsOf } from '../vectors/settings';
import type { Near } from '../vectors/worker/protocol';
import type { SearchAnswer, SearchQuery, SuggestQuery, Suggestions } from '../types';

/** What a process knows of the index. `behind`: changes that it has still to take in; null before it is loaded. */
export interface SearchHealth {
  ready: boolean;
  documents: number;
  passages: number;
  examples: number;
  behind: number | null;
  languages: string[];
  vectors: VectorHealth;
}

/**
 * Answers from memory, which it fills from the database at the first use and keeps up to date by the counter
 * of changes. Both databases hold the same rows, so both rank alike.
 */
export const searchEngine = ({ strapi }: { strapi: Strapi }) => {
  const follower = changeFollower(strapi);
  // Work that a question or a change sets off must not run in the transaction of whoever was first.
  const outside = AsyncLocalStorage.snapshot();
  const empty = new Memory();
  let loaded: Loaded | null = null;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let missed = false;
  let followedAt = now();
  let generation = 0;
  const settings = settingsOf(strapi);
  const ranking = parametersOf(settings);
  const vectors = settings.provider === 'off' ? null : vectorKeeper(strapi, settings, () => loaded?.memory ?? empty);
  const pause = (): (() => Promise<void>) => pauser(() => stopped);

  const load = async (): Promise<void> => {
    await follower.begin();
    loaded = await loadIndex(strapi, pause());
    generation += 1;
    followedAt = now();
  };

  /** A memory that missed a change, or slept for longer than changes are told, is read anew. */
  const isBroken = (): boolean => !loaded || missed || now() > after(followedAt, hours(12));

  const takeNext = async (): Promise<void> => {
    for (;;) {
      const changes = await follower.next();
      followedAt = now();
      if (changes.length === 0 || !loaded) return;
      missed = true;
      // A new generation is read aside, so that questions are answered from the old one until it is complete.
      if (changes.some(({ type }) => type === 'rebuild') || loaded.memory.worn) await load();
      else await takeChanges(strapi, loaded, changes, pause());
      generation += 1;
      missed = false;
    }
  };

  const work = async (): Promise<void> => {
    while (again && !stopped) {
      again = false;
      if (isBroken()) await load();
      missed = false;
      await takeNext();
      vectors?.follow();
    }
  };

  /** Loads if need be, and takes in all changes committed by now; a call during a run makes it look once more. */
  const follow = (): Promise<void> => {
    again = true;
    running ??= outside(work)
      .catch((error: unknown) => {
        if (!stopped) throw error;
      })
      .finally(() => {
        running = null;
      });
    return running;
  };

  const memory = async (): Promise<Memory> => {
    // Within a transaction waiting could be for ever: on SQLite it holds the only connection.
    if (!loaded && !strapi.db.inTransaction()) await follow();
    return loaded?.memory ?? empty;
  };

  /** What vectors find. Within a transaction nothing is waited for; and what has no share in the score is not looked for. */
  const near = async (query: NearQuery, parameters: Parameters): Promise<Near[]> => {
    if (!vectors || parameters.vectorShare === 0 || strapi.db.inTransaction()) return [];
    await memory();
    return vectors.near(query, parameters);
  };

  return {
    follow,

    /**
     * Documents that fit the text, best first, as this audience may find them. Any text is welcome.
     * `parameters` is for measuring what each part of the ranking brings.
     */
    async search(query: SearchQuery, parameters?: Partial<Parameters>): Promise<SearchAnswer> {
      const chosen = parameters ? { ...ranking, ...parameters } : ranking;
      const found = await near(query, chosen);
      return answerSearch(await memory(), query, chosen, found);
    },

    /** Documents that may answer a request which is being written; silent where none fits well enough. */
    async suggest(query: SuggestQuery): Promise<Suggestions> {
      const found = await near({ ...query, text: `${query.title}\n${query.text}` }, ranking);
      return answerSuggest(await memory(), query, ranking, found);
    },

    /** Another number as soon as an answer from words can be another one. */
    generation: (): number => generation,

    /** Resolves when no passage is without its vector, or when they are off or cannot be had. */
    vectorsSettled: (): Promise<void> => vectors?.settled() ?? Promise.resolve(),

    async health(): Promise<SearchHealth> {
      const held = loaded?.memory ?? empty;
      return { ready: loaded !== null, ...held.counts, behind: loaded ? await follower.behind() : null, languages: [...held.shards.keys()], vectors: vectors?.health() ?? noVectors };
    },

    /** Ends what is loading; resolves when nothing reads the database any more. */
    async stop(): Promise<void> {
      stopped = true;
      await vectors?.stop();
      await running?.catch(() => undefined);
    },
  };
};
