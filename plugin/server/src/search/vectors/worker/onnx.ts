import type { Model } from './model';
import { onnxFiles } from './onnx-files';
import { optionalPackage } from './packages';
import { VectorProblem } from './problem';

interface Tensor {
  data: Float32Array<ArrayBuffer>;
  dims: readonly number[];
}
interface Session {
  inputNames: readonly string[];
  outputNames: readonly string[];
  run(feeds: Record<string, unknown>): Promise<Record<string, Tensor>>;
}
interface Runtime {
  InferenceSession: { create(file: string): Promise<Session> };
  Tensor: new (type: 'int64', data: BigInt64Array, dims: number[]) => unknown;
}
interface Tokenizers {
  Tokenizer: new (tokenizer: object, config: object) => { encode(text: string): { ids: number[] } };
}

const install = 'npm install onnxruntime-node @huggingface/tokenizers (where its download of GPU files is blocked: ONNXRUNTIME_NODE_INSTALL=skip npm install …)';
const mostTokens = 512;

/** Models differ in what they want; these are all that encoders of texts ask for. */
const fill = (name: string, ids: bigint[]): bigint[] => {
  if (name === 'input_ids') return ids;
  if (name === 'attention_mask') return ids.map(() => 1n);
  if (name === 'token_type_ids') return ids.map(() => 0n);
  if (name === 'position_ids') return ids.map((_, at) => BigInt(at));
  throw new VectorProblem(`the model wants the input "${name}", which is none of a text encoder`, 'Use a model for sentence embeddings (inputs input_ids, attention_mask, token_type_ids).');
};

/** Some models answer one vector for the text, others one for each token, of which the mean is taken. */
const pooled = (output: Record<string, Tensor>, names: readonly string[]): Float32Array<ArrayBuffer> => {
  const tensor = output.sentence_embedding ?? output[names[0] ?? ''];
  const dimensions = tensor?.dims.at(-1) ?? 0;
  if (!tensor || dimensions === 0) throw new VectorProblem('the model answers no vector', 'Use a model for sentence embeddings.');
  const tokens = tensor.data.length / dimensions;
  const mean = new Float32Array(dimensions);
  for (let at = 0; at < tensor.data.length; at += 1) mean[at % dimensions] = (mean[at % dimensions] as number) + (tensor.data[at] as number) / tokens;
  return mean;
};

const limitOf = (config: { model_max_length?: unknown }): number => Math.min(mostTokens, typeof config.model_max_length === 'number' && config.model_max_length > 2 ? config.model_max_length : mostTokens);

/** The last token closes the text in the models that have such a token, so a long text keeps it. */
const shorten = (ids: number[], limit: number): number[] => (ids.length <= limit ? ids : [...ids.slice(0, limit - 1), ids.at(-1) as number]);

/** A model for sentence embeddings from a folder of this machine. Throws a VectorProblem where a file or a package is missing. */
export const openOnnx = async (folder: string, root: string): Promise<Model> => {
  const files = await onnxFiles(folder);
  const runtime = optionalPackage<Runtime>('onnxruntime-node', root, install);
  const { Tokenizer } = optionalPackage<Tokenizers>('@huggingface/tokenizers', root, install);
  const tokenizer = new Tokenizer(files.tokenizer, files.tokenizerConfig);
  const limit = limitOf(files.tokenizerConfig);
  const session = await runtime.InferenceSession.create(files.model).catch((error: unknown) => {
    throw new VectorProblem(`${files.model} is no model that can be run (${error instanceof Error ? error.message : String(error)})`, 'Download the file again; it must be whole and in the ONNX format.');
  });
  const embed = async (text: string): Promise<Float32Array<ArrayBuffer>> => {
    const ids = shorten(tokenizer.encode(text).ids, limit).map(BigInt);
    const feeds = Object.fromEntries(session.inputNames.map((name) => [name, new runtime.Tensor('int64', BigInt64Array.from(fill(name, ids)), [1, ids.length])]));
    return pooled(await session.run(feeds), session.outputNames);
  };
  return { name: files.name, dimensions: (await embed('length')).length, embed };
};
