import path from 'node:path';

import { dataDirectory } from './data-directory';

type Env = typeof import('@strapi/utils').env;

interface SqliteConnection {
  pragma(statement: string): unknown;
}

/** Readers never wait for the writer (WAL); a commit is on the disk before it is answered (FULL). */
const tuneSqlite = (connection: SqliteConnection, done: (error: unknown, connection: unknown) => void) => {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('busy_timeout = 5000');
  connection.pragma('cache_size = -32000');
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
