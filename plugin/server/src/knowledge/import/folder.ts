import { lstat, readFile, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { boundedSource } from '../rendering/bounded-source';
import { categoryList, parseFile, parseYaml } from './front-matter';
import type { CategoryEntry, Parsed, ParsedFile } from './front-matter';

const mostFiles = 20_000;
const mostBytes = 1_000_000;

/** A file of the folder, with its path in it. */
export type ReadFile = { file: string } & Parsed<ParsedFile>;
export interface ReadFolder {
  root: string;
  files: ReadFile[];
  categories: Parsed<CategoryEntry[]>;
}

/** Paths of the Markdown files below a folder. Links are not followed: they could lead out of it. */
const markdownBelow = async (root: string): Promise<string[]> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const found = entries.filter((entry) => entry.isFile() && /\.(md|markdown)$/i.test(entry.name)).map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  const wanted = found.filter((file) => !file.split(path.sep).some((part) => part.startsWith('.') || part === 'node_modules'));
  if (wanted.length > mostFiles) throw new Error(`The folder holds ${wanted.length} articles. Import at most ${mostFiles} at once.`);
  return wanted.sort();
};

const readOne = async (root: string, file: string): Promise<ReadFile> => {
  const place = path.join(root, file);
  const { size } = await lstat(place);
  if (size > mostBytes) return { file, faults: [`The file has ${size} bytes; an article may have ${mostBytes}.`] };
  const parsed = parseFile(await readFile(place, 'utf8'));
  if (parsed.value && boundedSource(parsed.value.body) !== parsed.value.body) return { file, faults: ['The text is longer than 200,000 characters, or nests quotes, lists or marks deeper than anybody reads.'] };
  return { file, ...parsed };
};

const readCategories = async (root: string): Promise<Parsed<CategoryEntry[]>> => {
  for (const name of ['categories.yml', 'categories.yaml']) {
    const text = await readFile(path.join(root, name), 'utf8').catch(() => null);
    if (text !== null) return parseYaml(text.slice(0, mostBytes), categoryList);
  }
  return { value: [] };
};

/** Reads a folder of articles without changing anything. Throws when it is none. */
export const readFolder = async (folder: string): Promise<ReadFolder> => {
  const root = await realpath(folder);
  const files: ReadFile[] = [];
  for (const file of await markdownBelow(root)) files.push(await readOne(root, file));
  return { root, files, categories: await readCategories(root) };
};
