import type { Strapi } from '../../platform/domain';
import type { Check, Verdict } from '../verdict';
import { broken, reasonOf, together, warning } from '../verdict';

type Answer = Record<string, string | number>;
const first = async (strapi: Strapi, sql: string): Promise<string> => {
  const result = (await strapi.db.connection.raw(sql)) as Answer[] | { rows: Answer[] };
  const [row = {}] = Array.isArray(result) ? result : result.rows;
  return String(Object.values(row)[0] ?? '');
};

/** Changes a row to what it is and takes it back: the only way to know that writing is allowed. */
const writes = async (strapi: Strapi): Promise<Verdict | null> => {
  const undone = new Error('undone');
  try {
    await strapi.db.connection.transaction(async (trx) => {
      await strapi.db.getConnection('portal_search_states').transacting(trx).update({ name: 'index' });
      throw undone;
    });
  } catch (error) {
    if (error !== undone) return broken(`The database cannot be written: ${reasonOf(error)}.`, 'Give the user of the database, or of this process, the right to write; point the portal at the primary server, not at a copy of it.');
  }
  return null;
};

const sqlite = async (strapi: Strapi): Promise<Verdict> => {
  const [version, mode, waits] = [await first(strapi, 'select sqlite_version()'), await first(strapi, 'pragma journal_mode'), Number(await first(strapi, 'pragma busy_timeout'))];
  const inMemory = mode === 'memory';
  const faults = [
    inMemory && warning('SQLite keeps the database in memory.', 'Give it a file (connection.filename in config/database): everything is lost at the next restart.'),
    !inMemory && mode !== 'wal' && broken(`SQLite runs in journal mode "${mode}", in which whoever reads waits for whoever writes.`, 'Set "PRAGMA journal_mode = WAL" for each connection (pool.afterCreate in config/database; docs/OPERATING.md has the lines).'),
    waits < 1000 && warning(`SQLite gives up on a busy database after ${waits} ms.`, 'Set "PRAGMA busy_timeout = 5000" beside it.'),
    await writes(strapi),
  ];
  return together(faults, `SQLite ${version}, write-ahead log, can be written.`);
};

const postgres = async (strapi: Strapi): Promise<Verdict> => {
  const [version, encoding, most] = [await first(strapi, 'show server_version'), await first(strapi, 'show server_encoding'), Number(await first(strapi, 'show max_connections'))];
  const pool = strapi.config.get<number>('database.connection.pool.max', 10);
  const faults = [
    Number.parseInt(version, 10) < 14 && broken(`This is PostgreSQL ${version}.`, 'Use PostgreSQL 14 or newer, which Strapi asks for.'),
    encoding !== 'UTF8' && broken(`The database keeps texts in ${encoding}.`, 'Make a database with ENCODING UTF8 and move the data there: other encodings lose letters.'),
    pool < 3 && warning(`Strapi may open ${pool} connections.`, 'Let the pool have at least 3 (database.connection.pool.max), or visitors wait for each other.'),
    pool >= most && warning(`Strapi may open ${pool} connections, and the server takes ${most} of everybody.`, 'Make the pool of each node smaller, or raise max_connections of the server.'),
    await writes(strapi),
  ];
  return together(faults, `PostgreSQL ${version}, can be written.`);
};

/** Whether the database answers, takes changes, and is set up as the portal needs it. */
export const database: Check = async (strapi) => {
  const { client } = strapi.db.dialect;
  if (client === 'sqlite') return sqlite(strapi);
  if (client === 'postgres') return postgres(strapi);
  return broken(`The database is ${client}.`, 'The portal runs on SQLite and PostgreSQL: choose one of them in config/database.');
};
