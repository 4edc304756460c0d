import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const standard = 'postgres://postgres@127.0.0.1:5432/postgres';

const query = async (url, statement) => {
  const { Client } = require('pg');
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  await client.connect();
  await client.query(statement).finally(() => client.end());
};

/**
 * An empty PostgreSQL database of this run alone, on the server of TEST_DATABASE_URL or of this machine;
 * `null` with the reason where there is none. `drop()` takes it away again.
 */
export const makeTestDatabase = async () => {
  const server = process.env.TEST_DATABASE_URL ?? standard;
  const name = `portal_test_${process.pid}_${Date.now()}`;
  try {
    await query(server, `CREATE DATABASE ${name}`);
  } catch (error) {
    return { url: null, reason: `${new URL(server).host}: ${error.message || error.code}` };
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => query(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
};
