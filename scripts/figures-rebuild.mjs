import { step } from './progress.mjs';
import { prepare } from './setup/project-node.mjs';

/**
 * `npm run figures:rebuild`: counts every ticket of the configured database anew and says what was counted otherwise.
 * The server may run meanwhile.
 */
await prepare(import.meta.url);
const { openDatabase } = await import('./app/open-database.mjs');
const { app, stop } = await openDatabase();
let counted = 0;
const reporter = setInterval(() => console.log(`  ${counted} tickets`), 1000);
const { tickets, changed, repaired } = await step('Counting all tickets', () => app.plugin('portal').service('figure-keeper').rebuild((done) => (counted = done))).finally(() => clearInterval(reporter));
console.log(`${tickets} tickets were counted; ${changed} of them otherwise than before. ${repaired} sums were mended.`);
await stop();
process.exit(0);
