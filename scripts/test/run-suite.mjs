import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { childEnvironment, root } from '../environment.mjs';
import { writeDemoData } from './demo-data.mjs';
import { makeScratch } from './scratch.mjs';
import { startOnce } from './started-once.mjs';
import { makeTestDatabase } from './test-database.mjs';

const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const none = { passed: 0, failed: 0, skipped: 0 };

/** What Jest wrote of a run. A file of tests that could not even be loaded counts as one failure. */
const countsOf = (file, code) => {
  if (!fs.existsSync(file)) return { ...none, failed: 1 };
  const result = JSON.parse(fs.readFileSync(file, 'utf8'));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const ran = result.numTotalTests > 0;
  return {
    passed: result.numPassedTests,
    // Jest can fail without a failed test: no tests found, a broken global setup, an open handle.
    failed: failed === 0 && (code !== 0 || !ran) ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
};

const runJest = ({ name, project, options: own = [] }, env, extra) =>
  new Promise((resolve) => {
    const file = path.join(root, '.cache', 'test', `${name}.json`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.rmSync(file, { force: true });
    // Of those of the suite some take as many words as follow.
    const options = ['-c', 'tests/jest.config.cjs', '--selectProjects', project, '--json', `--outputFile=${file}`, ...extra, ...own];
    // With --json Jest prints its report to stderr and the JSON, already in the file, to stdout.
    const child = spawn(process.execPath, [jest, ...options], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', () => resolve({ ...none, failed: 1 }));
    child.once('close', (code) => resolve(countsOf(file, code)));
  });

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
  try {
    return await runOn(suite, scratch.folder, extra);
  } finally {
    scratch.remove();
  }
};
