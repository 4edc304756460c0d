import { randomBytes } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { Client } from 'pg';
import { scratchDirectory } from './scratch';

/** Where `npm test` let a server start once on nothing (scripts/test/started-once.mjs): its data folder, on PostgreSQL its database. */
const started = process.env.PORTAL_TEST_STARTED;
const schema = 'desk';

/** Database and files of one server, which no other knows. */
export interface TestPlace {
  dataDirectory: string;
  environment: Record<string, string>;
  remove(): Promise<void>;
}

const ask = async (url: string, sql: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
};

/** A file of SQLite, in the folder. */
const sqliteIn = (dataDirectory: string): TestPlace => {
  if (started) cpSync(started, dataDirectory, { recursive: true });
  return { dataDirectory, environment: { DATABASE_CLIENT: 'sqlite' }, remove: async () => rmSync(dataDirectory, { recursive: true, force: true }) };
};

/** A database beside that of DATABASE_URL, since PostgreSQL copies only whole ones. */
const postgresBeside = async (database: string, dataDirectory: string): Promise<TestPlace> => {
  const server = process.env.TEST_DATABASE_URL ?? database;
  const url = new URL(database);
  const name = `${url.pathname.slice(1)}_${randomBytes(6).toString('hex')}`;
  url.pathname = `/${name}`;
  await ask(server, `CREATE DATABASE ${name} ${started ? `TEMPLATE ${started}` : ''}`);
  if (!started) await ask(url.href, `CREATE SCHEMA ${schema}`);
  const remove = async (): Promise<void> => {
    // The server writes down all it holds before it drops one: `npm test` drops all together at its end.
    if (!started) await ask(server, `DROP DATABASE ${name} WITH (FORCE)`);
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  return { dataDirectory, environment: { DATABASE_URL: url.href, DATABASE_SCHEMA: schema }, remove };
};

/** A place for one server: empty, but for what a first start has written where one was made before. */
export const makeTestPlace = async (purpose: string): Promise<TestPlace> => {
  const directory = scratchDirectory(purpose);
  const { DATABASE_CLIENT: client, DATABASE_URL: database } = process.env;
  return client === 'postgres' && database ? postgresBeside(database, directory) : sqliteIn(directory);
};
