import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { VectorHealth, VectorSettings } from '../../../../contracts/search-vectors';
import { after, hours, now, seconds } from '../../platform/clock';
import type { Strapi } from '../../platform/domain';
import type { Memory } from '../memory/memory';
import { pauser } from '../memory/pause';
import type { Parameters } from '../ranking/parameters';
import { Catalogue } from './catalogue';
import { embedderOf } from './embedder';
import { fillVectors } from './filling';
import { questionVectors } from './questions';
import { threadOf } from './thread';
import { troubles } from './trouble';
import { vectorRows } from './vector-rows';
import { ModelChanged } from './worker/problem';
import type { Near, OpenedModel } from './worker/protocol';

/** A question to the vectors: like that to the words, as one text. */
export interface NearQuery {
  text: string;
  language: string;
  audience: string | null;
  kind?: string;
}

/** The built thread of this plugin, wherever the plugin lies. */
const threadFile = (strapi: Strapi): string => path.join(strapi.config.get('enabledPlugins.portal.pathToPlugin') as string, 'dist', 'worker', 'index.js');

/**
 * Keeps the vectors of one process equal to what its memory holds, and finds what is near to a question.
 * Whatever goes wrong here is logged once and told by `health`; it throws nothing at those who search.
 */
export const vectorKeeper = (strapi: Strapi, settings: VectorSettings, memory: () => Memory) => {
  const stopping = new AbortController();
  const trouble = troubles(strapi, stopping.signal);
  let isFresh = true;
  let model: OpenedModel | null = null;
  let running: Promise<void> | null = null;
  let tidiedAt: Date | null = null;
  const thread = threadOf(threadFile(strapi), (why) => {
    isFresh = true;
    trouble.note('filling', why);
  });
  const catalogue = new Catalogue(thread);
  const embedder = embedderOf(settings, { thread, root: strapi.dirs.app.root, stopping: stopping.signal });
  const questions = questionVectors(embedder, settings.timeoutMs, trouble);
  const rows = vectorRows(strapi);

  const open = async (): Promise<OpenedModel> => {
    if (model && !isFresh) return model;
    model = null;
    isFresh = false;
    catalogue.begin();
    questions.forget();
    try {
      const { name, dimensions } = await embedder.open();
      await thread.call('reset', { dimensions });
      model = { name: `${settings.provider}/${name}/${dimensions}`, dimensions };
      return model;
    } catch (error) {
      isFresh = true;
      throw error;
    }
  };

  const tidy = async ({ name }: OpenedModel): Promise<void> => {
    if (tidiedAt && now() < after(tidiedAt, hours(1))) return;
    tidiedAt = now();
    await rows.forget(name, (hash) => catalogue.wanted.has(hash));
  };

  const fill = async (): Promise<void> => {
    try {
      const opened = await open();
      const filled = await fillVectors({ memory, catalogue, embedder, thread, rows, model: opened, pause: pauser(() => stopping.signal.aborted) });
      trouble.over('filling');
      await questions.tryAgain();
      if (filled === 'complete') await tidy(opened);
    } catch (error) {
      if (error instanceof ModelChanged) isFresh = true;
      trouble.note('filling', error);
    }
  };

  const look = async ({ text, language, audience, kind }: NearQuery, parameters: Parameters): Promise<Near[]> => {
    const vector = await questions.of(text);
    const shard = memory().shardFor(language);
    if (!vector || !shard) return [];
    const allowed = catalogue.allowed(shard, memory().viewOf(shard, audience, parameters), kind);
    return thread.call('nearest', { vector, allowed, count: parameters.nearest });
  };

  return {
    /** Looks after the vectors, beside whoever calls; again while it runs: nothing more. */
    follow(): void {
      if (stopping.signal.aborted || trouble.waits('filling')) return;
      running ??= fill().finally(() => (running = null));
    },

    /** What is nearest among what the audience may find; nothing where vectors cannot be had in time. */
    async near(query: NearQuery, parameters: Parameters): Promise<Near[]> {
      if (!model || isFresh || query.text.trim() === '' || trouble.waits('asking', 'late')) return [];
      return (await questions.inTime(look(query, parameters).catch(() => []))) ?? [];
    },

    /** Resolves when no passage is without its vector, or when they cannot be had. */
    async settled(): Promise<void> {
      while (!stopping.signal.aborted) {
        await running;
        if (trouble.problem !== null) return;
        await (running ??= fill().finally(() => (running = null)));
        if (model && !isFresh && catalogue.held.size === catalogue.wanted.size) return;
        await setTimeout(seconds(1));
      }
    },

    health(): VectorHealth {
      const { problem } = trouble;
      const [held, wanted] = [catalogue.held.size, catalogue.wanted.size];
      const state = problem !== null ? 'failing' : !model ? 'starting' : held < wanted ? 'filling' : 'ready';
      return { state, model: model?.name ?? null, held, wanted, problem };
    },

    /** Ends the thread; resolves when nothing reads the database any more. */
    async stop(): Promise<void> {
      stopping.abort();
      await thread.stop();
      await running;
    },
  };
};
export type VectorKeeper = ReturnType<typeof vectorKeeper>;

/** What is told where vectors are off. */
export const noVectors: VectorHealth = { state: 'off', model: null, held: 0, wanted: 0, problem: null };
