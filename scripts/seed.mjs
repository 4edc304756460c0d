import { giveUp, step } from './progress.mjs';
import { prepare } from './setup/project-node.mjs';

/**
 * `npm run seed`: the demo company into the configured database, whether or not it is empty. In production
 * only with `--yes`: its logins have a password that everybody knows.
 */
await prepare(import.meta.url);
if (process.env.NODE_ENV === 'production' && !process.argv.includes('--yes')) {
  giveUp('This would put demo customers and agents, whose password is public, into a production database. If you mean it: npm run seed -- --yes');
}
const { openDatabase } = await import('./app/open-database.mjs');
const { demoLogins } = await import('./app/addresses.mjs');
const { hasDemoContent, isUnfinished, putDemoContent } = await import('./app/demo-content.mjs');
const { app, stop } = await openDatabase();
if ((await hasDemoContent(app)) && !(await isUnfinished(app))) console.log('The demo content is there already; nothing was changed.');
else await step('Writing the demo content', () => putDemoContent(app, { history: true }));
console.log(`\n${demoLogins()}\n`);
await stop();
process.exit(0);
