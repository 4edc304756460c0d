import path from 'node:path';
import { step } from './progress.mjs';
import { prepare } from './setup/project-node.mjs';

/** `npm run package`: the plugin as npm gets it, and its software bill of materials, into packed/, which no build empties. */
await prepare(import.meta.url);
const { root } = await import('./environment.mjs');
const { buildChanged } = await import('./build/build-changed.mjs');
const { packPlugin, writeBill } = await import('./package/pack.mjs');

const folder = path.join(root, 'packed');
await buildChanged(['plugin', 'site']);
const { file, size, count } = await step('Packing', () => packPlugin(folder));
const bill = await step('Writing the bill of materials', () => writeBill(folder));
console.log(`${file} (${count} files, ${(size / 1_000_000).toFixed(1)} MB)\n${bill}`);
