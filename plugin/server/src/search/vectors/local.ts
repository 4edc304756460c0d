import type { VectorSettings } from '../../../../contracts/search-vectors';
import { prepared } from './embedder';
import type { Embedder } from './embedder';
import type { Thread } from './thread';

/** A model in the worker thread: from a folder of this machine, or from a package. */
export const localEmbedder = (settings: VectorSettings, thread: Thread, root: string): Embedder => ({
  batch: 8,
  open: () => thread.call('open', { provider: settings.provider === 'onnx' ? 'onnx' : 'energetic', folder: settings.folder, root }),
  embed: (texts, purpose) => thread.call('embed', { texts: prepared(texts, purpose, settings), purpose }),
});
