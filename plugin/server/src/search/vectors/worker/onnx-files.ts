import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { VectorProblem } from './problem';

/** What a folder holds of a model. `name` changes with the model's content. */
export interface OnnxFiles {
  model: string;
  tokenizer: object;
  tokenizerConfig: object;
  name: string;
}

const needed = 'The folder needs model.onnx (or onnx/model.onnx) and tokenizer.json, as model hubs offer them for download.';
const readJson = (file: string): object => {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as object;
  } catch (error) {
    throw new VectorProblem(`${file} cannot be read (${error instanceof Error ? error.message : String(error)})`, `Download it again. ${needed}`);
  }
};

const contentOf = (file: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const hash = createHash('sha256');
    fs.createReadStream(file).on('error', reject).on('data', (piece) => hash.update(piece)).on('end', () => resolve(hash.digest('hex').slice(0, 16)));
  });

/** Finds a model's files in the folder that an administrator named. Throws a VectorProblem where one is missing. */
export const onnxFiles = async (folder: string): Promise<OnnxFiles> => {
  const model = ['model.onnx', path.join('onnx', 'model.onnx')].map((name) => path.join(folder, name)).find((file) => fs.existsSync(file));
  if (!model) throw new VectorProblem(`there is no model.onnx in ${folder}`, `Name the right folder in search.vectors.folder (PORTAL_VECTORS_FOLDER). ${needed}`);
  const tokenizer = path.join(folder, 'tokenizer.json');
  if (!fs.existsSync(tokenizer)) throw new VectorProblem(`there is no tokenizer.json in ${folder}`, needed);
  const settings = path.join(folder, 'tokenizer_config.json');
  return { model, tokenizer: readJson(tokenizer), tokenizerConfig: fs.existsSync(settings) ? readJson(settings) : {}, name: `${path.basename(folder)}@${await contentOf(model)}` };
};
