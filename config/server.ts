import path from 'node:path';

import { dataDirectory } from './data-directory';

type Env = typeof import('@strapi/utils').env;

export default ({ env }: { env: Env }) => {
  const port = env.int('PORT', 1337);
  return {
    host: env('HOST', '0.0.0.0'),
    port,
    url: env('PUBLIC_URL', `http://localhost:${port}`),
    app: { keys: env.array('APP_KEYS') },
    // Behind a TLS proxy Koa must trust X-Forwarded-*, or secure cookies fail and every client has the proxy's address.
    proxy: { koa: env.bool('TRUST_PROXY', false) },
    // Strapi's own uploads (article pictures) live with the other data, so a copy of one folder is a backup.
    dirs: { public: path.join(dataDirectory(), 'public') },
    // Off: delivered events could carry relations of customers' rows.
    webhooks: { populateRelations: false },
    // No look at a package registry at each start; our commands print the addresses themselves.
    logger: { updates: { enabled: false }, startup: { enabled: false } },
  };
};
