import { bootApp } from '../app/boot-app.mjs';

/**
 * Starts the built server on nothing and stops it: tables, roles and rights are written then. Where, and with
 * which secrets, is what the environment says.
 */
const { stop } = await bootApp({ log: 'warn' });
await stop();
process.exit(0);
