import { requireSecrets } from './environment.mjs';
import { giveUp, step } from './progress.mjs';
import { prepare } from './setup/project-node.mjs';

/**
 * `npm run seed`: the demo company into the configured database, whether or not it is empty. In production
 * only with `--yes`: its logins have a password that everybody knows.
 */
await prepare(import.meta.url);
const production = process.env.NODE_ENV === 'production';
if (production && !process.argv.includes('--yes')) {
  giveUp('This would put demo customers and agents, whose password is public, into a production database. If you mean it: npm run seed -- --yes');
}
const { setDemoEnvironment } = await import('./app/demo-environment.mjs');
const { buildChanged } = await import('./build/build-changed.mjs');
const { bootApp } = await import('./app/boot-app.mjs');
const { hasDemoContent, isUnfinished, putDemoContent } = await import('./app/demo-content.mjs');
if (production) requireSecrets();
else setDemoEnvironment();
await buildChanged(['plugin', 'configuration']);
const { app, stop } = await step('Opening the database', () => bootApp({ log: 'warn' }));
if ((await hasDemoContent(app)) && !(await isUnfinished(app))) console.log('The demo content is there already; nothing was changed.');
else await step('Writing the demo content', () => putDemoContent(app, { history: true }));
await stop();
process.exit(0);
