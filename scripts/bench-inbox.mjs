import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { elapsed } from './progress.mjs';
import { prepare } from './setup/project-node.mjs';

/** `npm run bench:inbox`: what the agents' inbox costs, at 1,000 and 100,000 tickets or at the numbers given. */
await prepare(import.meta.url);
const { buildChanged } = await import('./build/build-changed.mjs');
const { runInbox } = await import('./bench/run-data-set.mjs');

const began = Date.now();
const sizes = process.argv.slice(2).map(Number).filter(Boolean);
await buildChanged();
const parts = [];
for (const size of sizes.length > 0 ? sizes : [1000, 100_000]) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-bench-'));
  try {
    parts.push(await runInbox(directory, size));
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
}
console.log(`\n# The inbox\n\n${os.cpus()[0]?.model.trim()}, Node ${process.version}, SQLite; ${elapsed(began)}.\n\n${parts.join('\n\n')}`);
