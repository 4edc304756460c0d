import type { Strapi } from '../platform/domain';
import { rows } from '../platform/rows';
import { Memory } from './memory/memory';
import { stateName, toDocument, toExample } from './rows';
import type { ChangeRow, DocumentRow, ExampleRow, StateRow, WordsRow } from './rows';

type Pause = () => Promise<void>;

/** A memory with the generation of documents that it holds. */
export interface Loaded {
  memory: Memory;
  generation: number;
}

// Small, because turning rows into objects is the one step that cannot be paused.
const documentBatch = 10;
const exampleBatch = 50;

const loadDocuments = async (strapi: Strapi, { memory, generation }: Loaded, pause: Pause): Promise<void> => {
  for (let last = 0; ; ) {
    const batch = await rows<DocumentRow>(strapi, 'search-document').findMany({ where: { generation, id: { $gt: last } }, orderBy: { id: 'asc' }, limit: documentBatch });
    for (const row of batch) {
      await memory.putDocument(toDocument(row), pause);
      last = row.id;
    }
    if (batch.length < documentBatch) return;
  }
};

const loadExamples = async (strapi: Strapi, { memory }: Loaded, pause: Pause): Promise<void> => {
  for (let last = 0; ; ) {
    const batch = await rows<ExampleRow>(strapi, 'search-example').findMany({ where: { id: { $gt: last } }, orderBy: { id: 'asc' }, limit: exampleBatch });
    for (const row of batch) {
      await memory.putExample(toExample(row), pause);
      last = row.id;
    }
    if (batch.length < exampleBatch) return;
  }
};

const loadWords = async (strapi: Strapi, { memory }: Loaded): Promise<void> => {
  for (const { language, synonyms, stopWords } of await rows<WordsRow>(strapi, 'search-word').findMany({})) {
    await memory.setWords(language, { synonyms: synonyms ?? [], stopWords: stopWords ?? [] });
  }
};

/** Reads the whole index into a new memory, a little at a time; `pause` is waited for between the pieces. */
export const loadIndex = async (strapi: Strapi, pause: Pause): Promise<Loaded> => {
  const state = await rows<StateRow>(strapi, 'search-state').findOne({ where: { name: stateName } });
  const loaded = { memory: new Memory(), generation: state?.generation ?? 1 };
  await loadWords(strapi, loaded);
  await loadDocuments(strapi, loaded, pause);
  await loadExamples(strapi, loaded, pause);
  return loaded;
};

const takeDocuments = async (strapi: Strapi, { memory, generation }: Loaded, keys: string[], pause: Pause): Promise<void> => {
  const found = await rows<DocumentRow>(strapi, 'search-document').findMany({ where: { generation, key: { $in: keys } } });
  const gone = new Set(keys);
  for (const row of found) {
    gone.delete(row.key);
    await memory.putDocument(toDocument(row), pause);
  }
  for (const key of gone) memory.removeDocument(key);
};

const takeExamples = async (strapi: Strapi, { memory }: Loaded, keys: string[], pause: Pause): Promise<void> => {
  const found = await rows<ExampleRow>(strapi, 'search-example').findMany({ where: { key: { $in: keys } } });
  const gone = new Set(keys);
  for (const row of found) {
    gone.delete(row.key);
    await memory.putExample(toExample(row), pause);
  }
  for (const key of gone) memory.removeExample(key);
};

/** Brings a memory up to what the database holds for the changed keys; the same change twice is harmless. */
export const takeChanges = async (strapi: Strapi, loaded: Loaded, changes: Pick<ChangeRow, 'type' | 'key'>[], pause: Pause): Promise<void> => {
  const keysOf = (type: ChangeRow['type']): string[] => [...new Set(changes.filter((change) => change.type === type).map(({ key }) => key))];
  const inBatches = async (keys: string[], size: number, take: typeof takeDocuments): Promise<void> => {
    for (let at = 0; at < keys.length; at += size) await take(strapi, loaded, keys.slice(at, at + size), pause);
  };
  if (keysOf('words').length > 0) await loadWords(strapi, loaded);
  await inBatches(keysOf('document'), documentBatch, takeDocuments);
  await inBatches(keysOf('example'), exampleBatch, takeExamples);
};
