import { requireSecrets } from './environment.mjs';
import { step } from './progress.mjs';
import { prepare } from './setup/project-node.mjs';

/**
 * `npm run search:rebuild`: builds the search index of the configured database anew. The server may run
 * meanwhile: it answers from the old index, then from the new one.
 */
await prepare(import.meta.url);
const { setDemoEnvironment } = await import('./app/demo-environment.mjs');
const { buildChanged } = await import('./build/build-changed.mjs');
const { bootApp } = await import('./app/boot-app.mjs');
if (process.env.NODE_ENV === 'production') requireSecrets();
else setDemoEnvironment();
await buildChanged(['plugin', 'configuration']);
const { app, stop } = await step('Opening the database', () => bootApp({ log: 'warn' }));
const index = app.plugin('portal').service('article-index');
const reporter = setInterval(() => {
  const progress = index.progress();
  if (progress) console.log(`  ${progress.done} of at most ${progress.total}`);
}, 1000);
await step('Building the search index', () => index.rebuild()).finally(() => clearInterval(reporter));
const { documents, passages, languages } = await index.health();
console.log(`${documents} documents with ${passages} passages can be found, in ${languages.join(', ') || 'no language'}.`);
await stop();
process.exit(0);
