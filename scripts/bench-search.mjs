import os from 'node:os';
import { elapsed } from './progress.mjs';
import { prepare } from './setup/project-node.mjs';

/**
 * `npm run bench:search`: how well and how quickly the search finds, on a set of real questions that lies
 * beside the project (`../shared/search-set`, or SEARCH_SET) and is never part of it. Goes through the
 * services of the built product. Without the set it is skipped; `npm run bench:search quality` or `speed`
 * runs that part alone, and `vectors`, which takes longest and runs only when it is named, measures the
 * provider of PORTAL_VECTORS or the small model that an npm package brings.
 */
await prepare(import.meta.url);
const { readSearchSet } = await import('./bench-search/search-set.mjs');
const { buildChanged } = await import('./build/build-changed.mjs');
const { measureQuality } = await import('./bench-search/quality.mjs');
const { measureVectors } = await import('./bench-search/vectors.mjs');
const { measureSpeed } = await import('./bench-search/speed.mjs');

const began = Date.now();
const { set, missing } = readSearchSet();
if (!set) {
  console.log(`SKIPPED: the search set is not there (${missing}). Put it there, or name its folder in SEARCH_SET. Nothing was measured.`);
} else {
  await buildChanged(['plugin', 'configuration']);
  const wanted = process.argv.slice(2);
  const does = (part) => wanted.length === 0 || wanted.includes(part);
  const parts = [];
  if (does('quality')) parts.push(await measureQuality(set));
  if (wanted.includes('vectors')) parts.push(await measureVectors(set));
  if (does('speed')) parts.push(await measureSpeed(set));
  console.log(`\n# Search bench\n\n${set.articles.length} articles, ${set.questions.length} questions; ${os.cpus().length} cores (${os.cpus()[0]?.model.trim()}), Node ${process.version}, load ${os.loadavg()[0].toFixed(1)}; ${elapsed(began)}.\n\n${parts.join('\n\n')}`);
}
