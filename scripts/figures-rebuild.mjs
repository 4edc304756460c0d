import { requireSecrets } from './environment.mjs';
import { step } from './progress.mjs';
import { prepare } from './setup/project-node.mjs';

/**
 * `npm run figures:rebuild`: counts every ticket of the configured database anew and says what was counted otherwise.
 * The server may run meanwhile.
 */
await prepare(import.meta.url);
const { setDemoEnvironment } = await import('./app/demo-environment.mjs');
const { buildChanged } = await import('./build/build-changed.mjs');
const { bootApp } = await import('./app/boot-app.mjs');
if (process.env.NODE_ENV === 'production') requireSecrets();
else setDemoEnvironment();
await buildChanged(['plugin', 'configuration']);
const { app, stop } = await step('Opening the database', () => bootApp({ log: 'warn' }));
let counted = 0;
const reporter = setInterval(() => console.log(`  ${counted} tickets`), 1000);
const { tickets, changed, repaired } = await step('Counting all tickets', () => app.plugin('portal').service('figure-keeper').rebuild((done) => (counted = done))).finally(() => clearInterval(reporter));
console.log(`${tickets} tickets were counted; ${changed} of them otherwise than before. ${repaired} sums were mended.`);
await stop();
process.exit(0);
