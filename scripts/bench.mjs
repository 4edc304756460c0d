import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { elapsed } from './progress.mjs';
import { prepare } from './setup/project-node.mjs';

/**
 * `npm run bench`: figures of this machine as a Markdown table, at 1,000 and 100,000 tickets (or at the
 * numbers given), then of 5,000 open sockets. `npm run bench -- sockets` measures those alone, `sockets=2000`
 * another number of them; with numbers of tickets alone none are opened. `npm run bench -- chats=1000` measures so many live chats. `npm run bench -- timing` compares answers for
 * known and unknown accounts instead. Floors are measured in the same run,
 * because only ratios travel between machines.
 */
await prepare(import.meta.url);
const { buildChanged } = await import('./build/build-changed.mjs');
const { runDataSet } = await import('./bench/run-data-set.mjs');

const began = Date.now();
const { runSockets } = await import('./bench/sockets.mjs');
const { runTiming } = await import('./bench/timing.mjs');
const { runChats } = await import('./bench/chats.mjs');

const words = process.argv.slice(2);
const sizes = words.map(Number).filter(Boolean);
const [, asked] = words.map((word) => /^sockets(?:=(\d+))?$/.exec(word)).find(Boolean) ?? [];
const [, chats] = words.map((word) => /^chats(?:=(\d+))?$/.exec(word)).find(Boolean) ?? [];
const wantsChats = words.some((word) => word.startsWith('chats'));
const wantsSockets = words.length === 0 || words.some((word) => word.startsWith('sockets'));
await buildChanged();
const parts = [];
const measure = async (run, size) => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-bench-'));
  try {
    parts.push(await run(directory, size));
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
};
for (const size of words.length > 0 ? sizes : [1000, 100_000]) await measure(runDataSet, size);
if (words.includes('timing')) await measure(runTiming);
if (wantsChats) await measure(runChats, Number(chats ?? 1000));
if (wantsSockets) await measure(runSockets, Number(asked ?? 5000));
console.log(`\n# Bench\n\n${os.cpus().length} cores (${os.cpus()[0]?.model.trim()}), Node ${process.version}, SQLite, 10 connections, load made on the same machine; ${elapsed(began)}.\n\n${parts.join('\n\n')}`);
