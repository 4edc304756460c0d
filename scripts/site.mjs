import { prepare } from './setup/project-node.mjs';

/** `npm run site`: the portal's pages as a server of their own, in front of the Strapi of PORTAL_API_URL. */
await prepare(import.meta.url);
const { buildChanged } = await import('./build/build-changed.mjs');
const { whenParentIsGone } = await import('./setup/parent-gone.mjs');
const { requirePort } = await import('./app/free-port.mjs');
await requirePort(Number(process.env.SITE_PORT ?? 4321), undefined, { variable: 'SITE_PORT', command: 'npm run site' });
await buildChanged(['site']);
whenParentIsGone(() => process.kill(process.pid, 'SIGTERM'));
await import('../site/server.mjs');
