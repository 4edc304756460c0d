import { step } from './progress.mjs';
import { prepare } from './setup/project-node.mjs';

/**
 * `npm run search:rebuild`: builds the search index of the configured database anew, and the one in which
 * agents find tickets. The server may run meanwhile: it answers from the old index, then from the new one.
 */
await prepare(import.meta.url);
const { openDatabase } = await import('./app/open-database.mjs');
const { app, stop } = await openDatabase();
const index = app.plugin('portal').service('article-index');
const reporter = setInterval(() => {
  const progress = index.progress();
  if (progress) console.log(`  ${progress.done} of at most ${progress.total}`);
}, 1000);
await step('Building the search index', () => index.rebuild()).finally(() => clearInterval(reporter));
const vectorReporter = setInterval(() => void index.health().then(({ vectors }) => console.log(`  ${vectors.held} of ${vectors.wanted} vectors`)), 5000);
const search = app.plugin('portal').service('search-index');
const { vectors: begun } = await index.health();
if (begun.state !== 'off') await step('Giving each passage its vector', () => search.vectorsSettled());
clearInterval(vectorReporter);
const keeper = app.plugin('portal').service('word-keeper');
let tickets = 0;
await step('Taking in the words of all tickets', () => keeper.rebuild((done) => (tickets = done)));
console.log(`${tickets} tickets can be found by their words.`);
const { documents, passages, languages, vectors } = await index.health();
console.log(`${documents} documents with ${passages} passages can be found, in ${languages.join(', ') || 'no language'}.`);
if (vectors.state !== 'off') console.log(vectors.problem ?? `${vectors.held} vectors of ${vectors.model}.`);
await stop();
process.exit(0);
