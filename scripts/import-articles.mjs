import fs from 'node:fs';
import path from 'node:path';
import { giveUp, step } from './progress.mjs';
import { prepare } from './setup/project-node.mjs';

/**
 * `npm run import:articles -- <folder> [--dry-run]`: a folder of Markdown files with front matter into the
 * configured database. Run again, it changes what changed; docs/ARTICLES.md describes the files.
 */
await prepare(import.meta.url);
const dryRun = process.argv.includes('--dry-run');
const [folder] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (!folder) giveUp('Which folder? npm run import:articles -- path/to/articles [--dry-run]');
const place = path.resolve(process.env.INIT_CWD ?? process.cwd(), folder);
if (!fs.existsSync(place) || !fs.statSync(place).isDirectory()) giveUp(`${place} is no folder.`);

const { openDatabase } = await import('./app/open-database.mjs');
const { app, stop } = await openDatabase();

let shown = 0;
const onProgress = (done, total) => {
  if (done < total && Date.now() - shown < 1000) return;
  shown = Date.now();
  console.log(`  ${done} of ${total}`);
};
const { created, updated, unchanged, failed } = await step(dryRun ? 'Reading the articles (nothing is changed)' : 'Importing the articles', () => app.plugin('portal').service('article-import').run(place, { dryRun, onProgress }));
if (!dryRun) await app.plugin('portal').service('events').deliverDue();
for (const { file, faults } of failed) console.error(`\n${file}\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
const would = dryRun ? 'would be ' : '';
console.log(`\n${created} ${would}created, ${updated} ${would}updated, ${unchanged} unchanged, ${failed.length} ${would}left out.`);
await stop();
process.exit(failed.length > 0 ? 1 : 0);
