import { setImmediate } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { openEnergetic } from './energetic';
import { unit } from './model';
import type { Model } from './model';
import { openOnnx } from './onnx';
import { VectorProblem } from './problem';
import type { CallName, Calls, Reply, Request } from './protocol';
import { VectorStore } from './vector-store';

/** The thread that holds the vectors and the model. What it does, and how long it takes, holds nobody up. */
let store = new VectorStore(0);
let model: Model | null = null;

type Answers = { [Name in CallName]: (value: Calls[Name][0]) => Calls[Name][1] | Promise<Calls[Name][1]> };

const answers: Answers = {
  async open({ provider, folder, root }) {
    const opened = provider === 'onnx' ? await openOnnx(folder, root) : await openEnergetic(root);
    model = opened;
    return { name: opened.name, dimensions: opened.dimensions };
  },
  async embed({ texts }) {
    if (!model) throw new VectorProblem('the model is not loaded', 'Nothing to do: it is loaded anew.');
    const vectors: Float32Array<ArrayBuffer>[] = [];
    for (const text of texts) {
      vectors.push(unit(await model.embed(text)));
      // A question that came meanwhile has its turn between two passages.
      await setImmediate();
    }
    return vectors;
  },
  nearest: (request) => store.nearest(request),
  reset({ dimensions }) {
    store = new VectorStore(dimensions);
    return null;
  },
  hold(held) {
    store.hold(held);
    return null;
  },
  forget({ hashes }) {
    store.forget(hashes);
    return null;
  },
  put(document) {
    store.put(document);
    return null;
  },
  drop({ number }) {
    store.drop(number);
    return null;
  },
};

const answer = async ({ id, name, value }: Request): Promise<Reply> => {
  try {
    return { id, value: await (answers[name] as (given: typeof value) => Calls[CallName][1] | Promise<Calls[CallName][1]>)(value) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error), mend: error instanceof VectorProblem ? error.mend : '' };
  }
};

parentPort?.on('message', (request: Request) => void answer(request).then((reply) => parentPort?.postMessage(reply)));
