import { bootApp } from './app/boot-app.mjs';
import { isEmpty, isUnfinished, putDemoContent } from './app/demo-content.mjs';
import { setDemoEnvironment } from './app/demo-environment.mjs';

/**
 * The built server for tests that need a process of their own: as `npm start`, without building and without the
 * year of history, since people of tests count what they see. Set PORT
 * and PORTAL_DATA_DIR; it prints `ready` (and sends it to a parent with a channel) once it answers.
 */
setDemoEnvironment();
const { app, listen } = await bootApp({ log: process.env.LOG_LEVEL ?? 'warn' });
if ((await isEmpty(app)) || (await isUnfinished(app))) await putDemoContent(app);
await listen();
console.log('ready');
process.send?.('ready');
