import { requireSecrets, servingEnvironment, servingFlags } from './environment.mjs';
import { giveUp } from './progress.mjs';
import { prepare } from './setup/project-node.mjs';

/** `npm run serve`: a deployment. Settings come from the environment; no demo content, no mailbox. */
process.env.NODE_ENV = 'production';
await prepare(import.meta.url, servingFlags, servingEnvironment);
requireSecrets();
if (process.env.PORTAL_MAIL === 'mailbox') giveUp('PORTAL_MAIL=mailbox would show every mail, with its links, to everyone. Unset it, and set SMTP_HOST.');
if (!process.env.PUBLIC_URL) console.warn('PUBLIC_URL is not set: links in mails will point to localhost. Set it to the address customers use, such as https://help.example.com.');

const { requirePort } = await import('./app/free-port.mjs');
const { buildChanged } = await import('./build/build-changed.mjs');
const { bootApp } = await import('./app/boot-app.mjs');
const { addresses } = await import('./app/addresses.mjs');
await requirePort(Number(process.env.PORT ?? 1337), process.env.HOST ?? '0.0.0.0', { command: 'npm run serve' });
await buildChanged();
const { app, listen } = await bootApp({ lean: true });
await listen();
console.log(addresses(app, { demo: false }));
