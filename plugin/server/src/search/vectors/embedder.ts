import type { VectorSettings } from '../../../../contracts/search-vectors';
import { localEmbedder } from './local';
import { openaiEmbedder } from './openai';
import type { Thread } from './thread';
import type { OpenedModel, Purpose } from './worker/protocol';

/** Makes vectors of texts. All three providers keep this contract (tests/server/vector-providers.test.ts). */
export interface Embedder {
  /** Loads or asks the model, and says which it is. Throws a VectorProblem where it cannot be had. */
  open(): Promise<OpenedModel>;
  /** A vector of length 1 for each text, in order. Throws where it cannot be had. */
  embed(texts: string[], purpose: Purpose): Promise<Float32Array<ArrayBuffer>[]>;
  /** How many passages are given at once. */
  readonly batch: number;
}

/** What embedders stand on: `root` is the folder of the host application, `stopping` ends what is under way. */
export interface Surroundings {
  thread: Thread;
  root: string;
  stopping: AbortSignal;
}

/** The embedder that the settings name. */
export const embedderOf = (settings: VectorSettings, { thread, root, stopping }: Surroundings): Embedder =>
  settings.provider === 'openai' ? openaiEmbedder(settings, stopping) : localEmbedder(settings, thread, root);

// Characters: about what models of 512 tokens read. Longer texts are refused by some endpoints.
const longest = { question: 1500, passage: 2000 };

/** The text as the model is to read it: with the prefix that some models were trained with, and not without end. */
export const prepared = (texts: string[], purpose: Purpose, { questionPrefix, passagePrefix }: VectorSettings): string[] =>
  texts.map((text) => `${purpose === 'question' ? questionPrefix : passagePrefix}${text.slice(0, longest[purpose])}`);
