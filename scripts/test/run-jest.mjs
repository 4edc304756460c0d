import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../environment.mjs';

const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
/** What nothing counts as. */
export const none = { passed: 0, failed: 0, skipped: 0 };
const nothing = { ...none, files: [] };

/** What Jest wrote of a run, with the files that failed. A file of tests that could not even be loaded counts as one failure. */
const resultOf = (file, code) => {
  if (!fs.existsSync(file)) return { ...nothing, failed: 1 };
  const result = JSON.parse(fs.readFileSync(file, 'utf8'));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const ran = result.numTotalTests > 0;
  return {
    passed: result.numPassedTests,
    // Jest can fail without a failed test: no tests found, a broken global setup, an open handle.
    failed: failed === 0 && (code !== 0 || !ran) ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
    files: result.testResults.filter(({ status }) => status === 'failed').map(({ name, assertionResults }) => ({ name, passed: assertionResults.filter(({ status }) => status === 'passed').length })),
  };
};

const run = ({ name, project }, env, options) =>
  new Promise((resolve) => {
    const file = path.join(root, '.cache', 'test', `${name}.json`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.rmSync(file, { force: true });
    const all = ['-c', 'tests/jest.config.cjs', '--selectProjects', project, '--json', `--outputFile=${file}`, ...options];
    // With --json Jest prints its report to stderr and the JSON, already in the file, to stdout.
    const child = spawn(process.execPath, [jest, ...all], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', () => resolve({ ...nothing, failed: 1 }));
    child.once('close', (code) => resolve(resultOf(file, code)));
  });

/** So few failed that the machine may have been the reason; more are the product's. */
const fewFiles = 3;

/**
 * Runs the tests of a suite and resolves with their counts. Where few files failed, they run once more, one after
 * the other and with nothing beside them: a busy machine is no fault of the product (docs/decisions/058). What
 * passes only then is named, because it is a fault of its test or a race.
 */
export const runJest = async (suite, env, extra) => {
  // Of the suite's own options some take as many words as follow.
  const first = await run(suite, env, [...extra, ...(suite.options ?? [])]);
  const { files, ...counts } = first;
  if (files.length === 0 || files.length > fewFiles) return counts;
  const names = files.map(({ name }) => name);
  const shown = names.map((name) => path.relative(root, name)).join(', ');
  console.log(`\nOnce more, with nothing beside: ${shown}`);
  const second = await run(suite, env, ['--maxWorkers=1', '--runTestsByPath', ...names]);
  if (second.failed === 0) console.log(`PASSED ONLY AT THE SECOND TRY: ${shown}`);
  // The passed ones of these files are counted once.
  const before = files.reduce((sum, { passed }) => sum + passed, 0);
  return { passed: counts.passed - before + second.passed, failed: second.failed, skipped: counts.skipped };
};
