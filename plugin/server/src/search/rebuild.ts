import { after, minutes, now } from '../platform/clock';
import type { Strapi } from '../platform/domain';
import { rows } from '../platform/rows';
import { stateName } from './rows';
import type { ChangeRow, DocumentRow, StateRow } from './rows';
import { changeIndex } from './store';
import type { SearchDocument } from './types';

const batchSize = 25;
const lease = minutes(5);
const nothing = (): void => undefined;

interface Building {
  generation: number;
  /** The last change before the rebuild began: what came later is taken over from the current generation. */
  since: number;
}

const begin = (strapi: Strapi): Promise<Building> =>
  changeIndex(
    strapi,
    'exclusive',
    async ({ state }) => {
      if (state.building !== null && state.builtUntil !== null && new Date(state.builtUntil) > now()) throw new Error('The search index is being rebuilt already. Wait until that has ended (five minutes, if its process died).');
      const generation = Math.max(state.generation, state.building ?? 0) + 1;
      await rows<StateRow>(strapi, 'search-state').update({ where: { id: state.id }, data: { building: generation, builtUntil: after(now(), lease).toISOString() } });
      // The lock waited for every writer, so all changes up to the last one can be read by the source.
      const [last] = await rows<ChangeRow>(strapi, 'search-change').findMany({ orderBy: { id: 'desc' }, limit: 1, select: ['id'] });
      return { generation, since: last?.id ?? 0 };
    },
    nothing,
  );

const write = async (strapi: Strapi, generation: number, batch: SearchDocument[]): Promise<void> => {
  await rows<DocumentRow>(strapi, 'search-document').createMany({ data: batch.map((document) => ({ ...document, kind: document.kind ?? null, generation })) });
  await rows<StateRow>(strapi, 'search-state').update({ where: { name: stateName }, data: { builtUntil: after(now(), lease).toISOString() } });
};

const fill = async (strapi: Strapi, generation: number, source: AsyncIterable<SearchDocument>, onProgress: (done: number) => void): Promise<void> => {
  const keys = new Set<string>();
  let batch: SearchDocument[] = [];
  for await (const document of source) {
    if (keys.has(document.key)) continue;
    keys.add(document.key);
    batch.push(document);
    if (batch.length < batchSize) continue;
    await write(strapi, generation, batch);
    batch = [];
    onProgress(keys.size);
  }
  if (batch.length > 0) await write(strapi, generation, batch);
  onProgress(keys.size);
};

/** Makes the new generation current. Documents that changed meanwhile come over as they are by now. */
const finish = (strapi: Strapi, { generation, since }: Building): Promise<void> =>
  changeIndex(
    strapi,
    'exclusive',
    async ({ state, table, tell }) => {
      if (state.building !== generation) throw new Error('Another rebuild of the search index took over. Nothing was changed by this one.');
      const changed = await rows<ChangeRow>(strapi, 'search-change').findMany({ where: { id: { $gt: since }, type: 'document' }, select: ['key'] });
      for (const key of new Set(changed.map((change) => change.key))) {
        await table('portal_search_documents').where({ key, generation }).delete();
        await table('portal_search_documents').where({ key, generation: state.generation }).update({ generation });
      }
      await rows<StateRow>(strapi, 'search-state').update({ where: { id: state.id }, data: { generation, building: null, builtUntil: null } });
      await tell('rebuild', String(generation));
    },
    nothing,
  );

const dropOthers = async (strapi: Strapi): Promise<void> => {
  const documents = rows<DocumentRow>(strapi, 'search-document');
  const state = await rows<StateRow>(strapi, 'search-state').findOne({ where: { name: stateName } });
  const kept = [state?.generation ?? 0, state?.building ?? 0];
  for (;;) {
    const old = await documents.findMany({ where: { generation: { $notIn: kept } }, select: ['id'], limit: 200 });
    if (old.length === 0) return;
    await documents.deleteMany({ where: { id: { $in: old.map(({ id }) => id) } } });
  }
};

const giveUp = async (strapi: Strapi, generation: number): Promise<void> => {
  await rows<StateRow>(strapi, 'search-state').updateMany({ where: { name: stateName, building: generation }, data: { building: null, builtUntil: null } });
  await dropOthers(strapi);
};

/**
 * Writes all documents as a new generation beside the current one, in small transactions, and changes over
 * in a last one: whoever asks meanwhile gets the old index, then the new one. `since` then `follow` make
 * this process load it.
 */
export const rebuildIndex = async (strapi: Strapi, source: AsyncIterable<SearchDocument>, follow: () => Promise<void>, onProgress: (done: number) => void = nothing): Promise<void> => {
  const building = await begin(strapi);
  try {
    await fill(strapi, building.generation, source, onProgress);
    await finish(strapi, building);
  } catch (error) {
    await giveUp(strapi, building.generation);
    throw error;
  }
  await dropOthers(strapi);
  await follow();
};
