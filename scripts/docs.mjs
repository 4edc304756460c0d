import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './environment.mjs';
import { giveUp } from './progress.mjs';
import { prepare } from './setup/project-node.mjs';

/**
 * `npm run docs`: writes the parts of the documents that are made from the code, each between its two
 * marks. `npm run docs -- --check` changes nothing, and fails where a document is behind.
 */
await prepare(import.meta.url);
const { readTypeScript } = await import('./docs/sources.mjs');
const { configurationParts } = await import('./docs/configuration.mjs');

readTypeScript();
const file = path.join(root, 'docs', 'CONFIGURATION.md');
const before = readFileSync(file, 'utf8');
let after = before;
for (const [name, text] of Object.entries(await configurationParts())) {
  const part = new RegExp(`(<!-- made by npm run docs: ${name} -->\\n)[\\s\\S]*?(\\n<!-- end -->)`);
  if (!part.test(after)) giveUp(`docs/CONFIGURATION.md has no place for "${name}": put <!-- made by npm run docs: ${name} --> and <!-- end --> where it belongs.`);
  after = after.replace(part, (_, begin, end) => `${begin}\n${text}\n${end}`);
}
if (before === after) console.log('docs/CONFIGURATION.md says what the code says.');
else if (process.argv.includes('--check')) giveUp('docs/CONFIGURATION.md is behind the code. Run npm run docs.');
else {
  writeFileSync(file, after);
  console.log('docs/CONFIGURATION.md is written anew.');
}
