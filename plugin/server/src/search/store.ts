import { now } from '../platform/clock';
import type { Strapi } from '../platform/domain';
import { newToken } from '../platform/tokens';
import { rows } from '../platform/rows';
import { stateName } from './rows';
import type { ChangeRow, StateRow } from './rows';

type Transaction = Parameters<Parameters<Strapi['db']['transaction']>[0]>[0]['trx'];
type Lock = 'shared' | 'exclusive';

/** What a change of the index is made with: `table` reaches a table within the transaction. */
export interface Change {
  state: StateRow;
  table: (name: string) => ReturnType<Strapi['db']['getConnection']>;
  /** Puts a row in, or in the place of the one with the same `unique` columns. */
  put: (name: string, columns: Record<string, unknown>, unique: string[]) => Promise<void>;
  /** Tells every process, once the transaction is committed. */
  tell: (type: ChangeRow['type'], key: string) => Promise<void>;
}

/** Makes the row that says which generation is current; harmless where it is there. */
export const ensureState = async (strapi: Strapi): Promise<void> => {
  const moment = now();
  const row = { document_id: newToken().slice(0, 24), name: stateName, generation: 1, created_at: moment, updated_at: moment, published_at: moment };
  await strapi.db.getConnection('portal_search_states').insert(row).onConflict('name').ignore();
};

const lockedState = async (strapi: Strapi, trx: Transaction, lock: Lock): Promise<StateRow> => {
  const query = strapi.db.getConnection('portal_search_states').transacting(trx).where({ name: stateName });
  // SQLite has one writer and ignores both. On PostgreSQL writers do not wait for each other, only for a rebuild's two short steps.
  await (lock === 'exclusive' ? query.forUpdate() : query.forShare()).first('id');
  const state = await rows<StateRow>(strapi, 'search-state').findOne({ where: { name: stateName } });
  if (!state) throw new Error('The search index has no state row. Restart the server: it is made at the start.');
  return state;
};

/** Runs `work` in the caller's transaction, or in one of its own; `committed` runs after the commit. */
export const changeIndex = <T>(strapi: Strapi, lock: Lock, work: (change: Change) => Promise<T>, committed: () => void): Promise<T> =>
  strapi.db.transaction(async ({ trx, onCommit }) => {
    const state = await lockedState(strapi, trx, lock);
    const table: Change['table'] = (name) => strapi.db.getConnection(name).transacting(trx);
    const put: Change['put'] = async (name, columns, unique) => {
      const moment = now();
      const row = { ...columns, document_id: newToken().slice(0, 24), created_at: moment, updated_at: moment, published_at: moment };
      await table(name).insert(row).onConflict(unique).merge({ ...columns, updated_at: moment });
    };
    const tell: Change['tell'] = async (type, key) => void (await rows<ChangeRow>(strapi, 'search-change').create({ data: { type, key }, select: ['id'] }));
    onCommit(committed);
    return work({ state, table, put, tell });
  }) as Promise<T>;
