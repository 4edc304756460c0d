import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeTestDatabase } from '../test/test-database.mjs';

/** An empty SQLite database in a folder of its own; `drop()` takes it away. */
export const makeSqlite = () => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-bench-search-'));
  return { environment: { DATABASE_CLIENT: 'sqlite', PORTAL_DATA_DIR: directory }, drop: () => fs.rmSync(directory, { recursive: true, force: true }) };
};

/** An empty PostgreSQL database, or the reason why there is none. */
export const makePostgres = async () => {
  const database = await makeTestDatabase();
  if (!database.url) return { reason: database.reason };
  const folder = makeSqlite();
  return {
    environment: { ...folder.environment, DATABASE_CLIENT: 'postgres', DATABASE_URL: database.url },
    async drop() {
      folder.drop();
      await database.drop();
    },
  };
};
