import { bootApp } from '../app/boot-app.mjs';
import { putDemoContent } from '../app/demo-content.mjs';
import { setDemoEnvironment } from '../app/demo-environment.mjs';

/**
 * Starts the built server on nothing and stops it: tables, roles and rights are written then. Where, and with
 * which secrets, is what the environment says; the demo company is written too where that is the demo's.
 */
const isDemo = process.env.NODE_ENV === 'demo';
if (isDemo) setDemoEnvironment();
const { app, stop } = await bootApp({ log: 'warn' });
if (isDemo) await putDemoContent(app);
await stop();
process.exit(0);
