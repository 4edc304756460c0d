import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const standard = 'postgres://postgres@127.0.0.1:5432/postgres';

const query = async (url, statement) => {
  const { Client } = require('pg');
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  await client.connect();
  return client.query(statement).finally(() => client.end());
};

/** Where the tests' tables are in their database: not the standard schema, so that no statement may forget it. */
export const testSchema = 'desk';

/** Many at a time, because the server writes down all it holds for each, or once for those that ask together. */
const dropWithCopies = async (server, name) => {
  const { rows } = await query(server, `SELECT datname FROM pg_database WHERE datname LIKE '${name}%'`);
  while (rows.length > 0) await Promise.all(rows.splice(0, 20).map(({ datname }) => query(server, `DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)));
};

/**
 * A PostgreSQL database of this run alone, with an empty schema, on the server of TEST_DATABASE_URL or of this
 * machine; `null` with the reason where there is none. Tests copy it (tests/support/test-place.ts); `drop()`
 * takes it away again, and all copies with it.
 */
export const makeTestDatabase = async () => {
  const server = process.env.TEST_DATABASE_URL ?? standard;
  const name = `portal_test_${process.pid}_${Date.now()}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  // No test ends the database server, so no commit needs to wait for the disk.
  url.searchParams.set('options', '-c synchronous_commit=off');
  try {
    await query(server, `CREATE DATABASE ${name}`);
    await query(url.href, `CREATE SCHEMA ${testSchema}`);
  } catch (error) {
    return { url: null, reason: `${url.host}: ${error.message || error.code}` };
  }
  return { server, url: url.href, drop: () => dropWithCopies(server, name) };
};
