import type { Memory } from '../memory/memory';
import type { Catalogue } from './catalogue';
import type { Embedder } from './embedder';
import { textOf } from './passages';
import type { Thread } from './thread';
import { encode } from './vector-rows';
import type { VectorRows } from './vector-rows';
import { ModelChanged } from './worker/problem';
import type { HeldVectors, OpenedModel } from './worker/protocol';

/** What filling works with. `model` names the vectors in the database. */
export interface Filling {
  memory: () => Memory;
  catalogue: Catalogue;
  embedder: Embedder;
  thread: Thread;
  rows: VectorRows;
  model: OpenedModel;
  pause: () => Promise<void>;
}

const lookedUp = 200;

const hold = async ({ thread, catalogue }: Filling, vectors: HeldVectors): Promise<void> => {
  if (vectors.hashes.length === 0) return;
  await thread.call('hold', vectors);
  for (const hash of vectors.hashes) catalogue.held.add(hash);
};

/** Takes from the database what is there; answers what is not. */
const takeKept = async (filling: Filling, hashes: string[]): Promise<string[]> => {
  const kept = await filling.rows.find(filling.model.name, hashes);
  await hold(filling, kept);
  return hashes.filter((hash) => !filling.catalogue.held.has(hash));
};

const embed = async (filling: Filling, hashes: string[]): Promise<void> => {
  const { catalogue, embedder, rows, model } = filling;
  const wanted = hashes.flatMap((hash) => catalogue.wanted.get(hash) ?? []);
  const vectors = await embedder.embed(wanted.map(({ document, passage }) => textOf(document, passage)), 'passage');
  const other = vectors.find(({ length }) => length !== model.dimensions);
  if (other) throw new ModelChanged(`the model answers vectors of ${other.length} numbers, and answered ${model.dimensions} before`, 'Nothing to do: all vectors are made anew. Name another model by another name.');
  const made = { hashes, encoded: vectors.map(encode) };
  await rows.keep(model.name, made);
  await hold(filling, made);
};

/**
 * Gives each passage its vector: from the database, or from the model, the newest first, in batches that
 * are kept one by one. Ends when none is missing, or when another process is the one that embeds.
 */
export const fillVectors = async (filling: Filling): Promise<'complete' | 'elsewhere'> => {
  const { memory, catalogue, embedder, rows, pause } = filling;
  try {
    for (;;) {
      // Looked at anew each time, so that an article that is saved meanwhile does not wait for ten thousand others.
      await catalogue.sync(memory(), pause);
      const missing = catalogue.missing().slice(-lookedUp);
      if (missing.length === 0) return 'complete';
      if ((await takeKept(filling, missing)).length === 0) continue;
      if (!(await rows.claim())) return 'elsewhere';
      // What the one before kept until just now is not embedded again.
      const left = await takeKept(filling, missing.filter((hash) => !catalogue.held.has(hash)));
      if (left.length > 0) await embed(filling, left.slice(-embedder.batch));
    }
  } finally {
    await rows.release();
  }
};
