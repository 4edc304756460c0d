import { spawn } from 'node:child_process';
import path from 'node:path';
import { childEnvironment, root } from '../environment.mjs';
import { testSchema } from './test-database.mjs';

const secrets = Object.fromEntries(['APP_KEYS', 'ADMIN_JWT_SECRET', 'API_TOKEN_SALT', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY', 'JWT_SECRET'].map((name) => [name, `${name} of a server that started once`]));

/**
 * Starts the server once on nothing, for tests that each begin with a copy of what it wrote: most of a first
 * start goes into tables. `database` is its environment, and the folder is in `scratch`. Answers what the tests
 * are told of it; nothing where the server could not start, and then each test starts on nothing and says
 * what is wrong. With `demo` the demo company is in it, and secrets are this machine's, as for `npm start`.
 */
export const startOnce = async (scratch, database, demo = false) => {
  const directory = path.join(scratch, 'started');
  const onPostgres = database.DATABASE_CLIENT === 'postgres';
  const env = childEnvironment({ NODE_ENV: demo ? 'demo' : 'test', PORTAL_DATA_DIR: directory, PORTAL_MAIL: 'mailbox', ...(demo ? {} : secrets), ...database, ...(onPostgres ? { DATABASE_SCHEMA: testSchema } : {}) });
  const child = spawn(process.execPath, [path.join(root, 'scripts', 'test', 'first-start.mjs')], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  if (code !== 0) return {};
  return { PORTAL_TEST_STARTED: onPostgres ? new URL(database.DATABASE_URL).pathname.slice(1) : directory };
};
