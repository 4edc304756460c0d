import fs from 'node:fs';
import net from 'node:net';
import { childEnvironment } from '../environment.mjs';
import { browserPath } from './browser-path.mjs';
import { writeDemoData } from './demo-data.mjs';
import { none, runJest } from './run-jest.mjs';
import { makeScratch } from './scratch.mjs';
import { startOnce } from './started-once.mjs';
import { makeTestDatabase } from './test-database.mjs';

const environment = (more = {}) =>
  childEnvironment({ NODE_ENV: 'test', NODE_OPTIONS: [process.env.NODE_OPTIONS, '--experimental-vm-modules', '--no-warnings=ExperimentalWarning'].filter(Boolean).join(' '), ...more });

/** Servers that each begin with a copy of what one wrote that started once. */
const runOnStarted = async (suite, scratch, database, extra) => {
  const started = await startOnce(scratch, database, suite.demo);
  return runJest(suite, environment({ PORTAL_TEST_SCRATCH: scratch, ...database, ...started }), extra);
};

const runOnDemoData = async (suite, scratch, extra) => {
  const demo = await writeDemoData(scratch);
  return runJest(suite, environment({ PORTAL_TEST_SCRATCH: scratch, ...(demo ? { PORTAL_TEST_DEMO: demo } : {}) }), extra);
};

/** What a suite without its server counts as: nobody reads the words in CI. */
const missing = (reason) => {
  const inCi = process.env.CI === 'true';
  console.log(`${inCi ? 'FAILED' : 'SKIPPED'}: ${reason}.`);
  return inCi ? { ...none, failed: 1 } : { ...none, skipped: 1 };
};

const runOnPostgres = async (suite, scratch, extra) => {
  const database = await makeTestDatabase();
  if (!database.url) return missing(`no PostgreSQL answers (${database.reason}). Start one on 127.0.0.1:5432, or set TEST_DATABASE_URL`);
  try {
    const known = { DATABASE_CLIENT: 'postgres', DATABASE_URL: database.url, TEST_DATABASE_URL: database.server };
    return suite.boots ? await runOnStarted(suite, scratch, known, extra) : await runJest(suite, environment(known), extra);
  } finally {
    await database.drop().catch((error) => console.warn(`The test databases could not be dropped: ${error.message}`));
  }
};

const redis = { host: '127.0.0.1', port: 6379 };
const redisAnswers = () =>
  new Promise((resolve) => {
    const socket = net.connect(redis).once('connect', () => resolve(true)).once('error', () => resolve(false)).once('close', () => resolve(false));
    socket.setTimeout(2000, () => socket.destroy()).unref();
  });

const runOn = async (suite, scratch, extra) => {
  if (suite.redis && !(await redisAnswers())) return missing(`no Redis answers on ${redis.host}:${redis.port}`);
  if (suite.program && !fs.existsSync(suite.program)) return missing(`${suite.program} is not installed. On Debian: apt-get install ${suite.package}`);
  if (suite.demo && !suite.boots) return runOnDemoData(suite, scratch, extra);
  if (suite.database === 'postgres') return runOnPostgres(suite, scratch, extra);
  return suite.boots ? runOnStarted(suite, scratch, { DATABASE_CLIENT: 'sqlite' }, extra) : runJest(suite, environment(), extra);
};

/**
 * Runs one suite and resolves with its counts. Without PostgreSQL, Redis or dovecot a suite that needs it is skipped,
 * and says so; in CI that is a failure, because there nobody reads.
 */
export const runSuite = async (suite, extra) => {
  const scratch = makeScratch();
  if (suite.browser) process.env.CHROME_PATH = await browserPath();
  try {
    return await runOn(suite, scratch.folder, extra);
  } finally {
    scratch.remove();
  }
};
