import path from 'node:path';

import { dataDirectory } from './data-directory';

type Env = typeof import('@strapi/utils').env;

interface SqliteConnection {
  pragma(statement: string): unknown;
  prepare(sql: string): object;
}

const keptStatements = 500;
const repeated = /^\s*(select|insert|update|delete|with|begin|commit)\b/i;
const planned = /^\s*(select|update|delete|with)\b/i;
// What holds no values, or a list of them, in which hidden ones would be compared one by one.
const plain = /'[^']*'|"[^"]*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?\*\/|\bin \([?, ]+\)|\?(?!\d)/gi;
/** As the plugin does for its own reads (decision 060); by itself, so that it can be taken into another project. */
const hidden = (sql: string): string => sql.replace(plain, (part) => (part === '?' ? '(select ?)' : part));

/**
 * Knex has SQLite compile each statement anew, which costs more than most of them take. Kept ones are safe
 * to use again, because knex reads each to its end before the next; SQLite itself recompiles them when a
 * table changes, and would at each run in which a value could change the plan.
 */
const keepStatements = (connection: SqliteConnection): void => {
  const kept = new Map<string, object>();
  const prepare = connection.prepare.bind(connection);
  connection.prepare = (sql) => {
    const known = kept.get(sql);
    if (known) return known;
    const made = prepare(planned.test(sql) ? hidden(sql) : sql);
    if (!repeated.test(sql)) return made;
    if (kept.size >= keptStatements) kept.clear();
    kept.set(sql, made);
    return made;
  };
};

/** Readers never wait for the writer (WAL); a commit is on the disk before it is answered (FULL). */
const tuneSqlite = (connection: SqliteConnection, done: (error: unknown, connection: unknown) => void) => {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('busy_timeout = 5000');
  // 8 MB: the system keeps the file in its own memory as well, and the plugin reads beside this connection.
  connection.pragma('cache_size = -8000');
  // Pages: 16 MB. At the default of 4 MB the same pages are copied into the database four times as often.
  connection.pragma('wal_autocheckpoint = 4000');
  keepStatements(connection);
  done(null, connection);
};

const sqlite = (env: Env) => ({
  client: 'sqlite',
  connection: { filename: env('DATABASE_FILENAME', path.join(dataDirectory(), 'portal.db')) },
  useNullAsDefault: true,
  pool: { min: 1, max: 1, afterCreate: tuneSqlite },
});

const postgres = (env: Env) => ({
  client: 'postgres',
  connection: {
    connectionString: env('DATABASE_URL'),
    ssl: env.bool('DATABASE_SSL', false),
    schema: env('DATABASE_SCHEMA', 'public'),
  },
  pool: { min: env.int('DATABASE_POOL_MIN', 2), max: env.int('DATABASE_POOL_MAX', 10) },
});

export default ({ env }: { env: Env }) => ({
  connection: env('DATABASE_CLIENT', 'sqlite') === 'postgres' ? postgres(env) : sqlite(env),
});
