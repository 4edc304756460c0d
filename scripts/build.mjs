import { elapsed } from './progress.mjs';
import { prepare } from './setup/project-node.mjs';

/** `npm run build`: everything that `npm run serve` needs, and only what changed. */
await prepare(import.meta.url);
const began = Date.now();
const { buildChanged } = await import('./build/build-changed.mjs');
await buildChanged();
console.log(`Everything is built (${elapsed(began)}).`);
