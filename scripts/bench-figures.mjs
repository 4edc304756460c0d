import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { elapsed, step } from './progress.mjs';
import { prepare } from './setup/project-node.mjs';

/**
 * `npm run bench:figures`: counts 100,000 tickets (or the number given) with made-up histories the slow way, compares
 * each figure with what the desk answers, and says what an answer costs beside the floor and the customer's list.
 */
await prepare(import.meta.url);
const { buildChanged } = await import('./build/build-changed.mjs');
const { runFigures } = await import('./bench/figures.mjs');

const began = Date.now();
await buildChanged();
const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-bench-'));
try {
  const { report, differences } = await runFigures(directory, Number(process.argv[2] ?? 100_000), step);
  console.log(`\n# Figures\n\n${os.cpus()[0]?.model.trim()}, Node ${process.version}, SQLite; ${elapsed(began)}.\n\n${report}`);
  process.exitCode = differences === 0 ? 0 : 1;
} finally {
  fs.rmSync(directory, { recursive: true, force: true });
}
