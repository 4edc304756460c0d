import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { htmlEnd, htmlHead, emptySection, itemsHtml, sectionHead } from './html';
import type { Person } from './person';
import { sections } from './sections';
import type { Item } from './section';

type Ending = 'json' | 'html';
/** Sorts by section and row. */
const nameOf = (section: number, after: number, ending: Ending): string => `${String(section).padStart(2, '0')}-${String(after).padStart(10, '0')}.${ending}`;

/** Whole or not at all: what a killed process left behind half-written is not taken for a page. */
const put = async (file: string, text: string): Promise<void> => {
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
};

/** Keeps one page of a section; the same page once more replaces it. */
export const keepPage = async (folder: string, section: number, after: number, items: Item[], person: Person): Promise<void> => {
  const { name } = sections[section]!;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (items.length === 0) return;
  await put(path.join(folder, nameOf(section, after, 'json')), items.map((item) => JSON.stringify(item, null, 1)).join(',\n'));
  await put(path.join(folder, nameOf(section, after, 'html')), itemsHtml(name, items, person));
};

const pagesOf = async (folder: string, section: number, ending: Ending): Promise<string[]> => {
  const start = `${String(section).padStart(2, '0')}-`;
  return (await readdir(folder)).filter((name) => name.startsWith(start) && name.endsWith(`.${ending}`)).sort().map((name) => path.join(folder, name));
};

async function* jsonParts(folder: string, made: string): AsyncGenerator<string | Buffer> {
  yield `{\n"format": 1,\n"made": ${JSON.stringify(made)}`;
  for (const [index, { name }] of sections.entries()) {
    yield `,\n"${name}": [`;
    for (const [at, file] of (await pagesOf(folder, index, 'json')).entries()) {
      yield at > 0 ? ',\n' : '\n';
      yield* createReadStream(file);
    }
    yield ']';
  }
  yield '\n}\n';
}

async function* htmlParts(folder: string, person: Person, made: string): AsyncGenerator<string | Buffer> {
  yield htmlHead(person, made);
  for (const [index, { name }] of sections.entries()) {
    yield sectionHead(name, person);
    const pages = await pagesOf(folder, index, 'html');
    if (pages.length === 0) yield emptySection(person);
    for (const file of pages) yield* createReadStream(file);
  }
  yield htmlEnd;
}

/** `data.json` out of the pages that were kept. */
export const jsonStream = (folder: string, made: string): Readable => Readable.from(jsonParts(folder, made), { objectMode: false });
/** `index.html` out of them. */
export const htmlStream = (folder: string, person: Person, made: string): Readable => Readable.from(htmlParts(folder, person, made), { objectMode: false });
