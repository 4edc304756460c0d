import type { SiteHost } from '@contracts/transport';
import { httpTransport } from './http-transport';

/** Under `astro dev` nobody stands around the site; it then talks to the Strapi on this machine. */
export const developmentHost = (): SiteHost => {
  if (!import.meta.env.DEV) throw new Error('The server around the site gave no `locals.host`. Start it with "npm start", "npm run serve" or "npm run site".');
  return {
    transport: httpTransport({ apiUrl: process.env['PORTAL_API_URL'] ?? 'http://localhost:1337', address: '127.0.0.1' }),
    look: { mode: 'auto', name: process.env['PORTAL_BRAND'] ?? 'Northwind Help', palette: null },
    frame: null,
    address: '127.0.0.1',
    origins: ['http://localhost:4321', 'http://127.0.0.1:4321'],
    https: false,
    showroom: true,
    knowledgeBase: true,
    ticketSubmission: true,
    chat: { on: true, origins: [] },
    signUp: { open: true, domains: [], passwordMinLength: 10, passwords: true, providers: [] },
    live: null,
    reports: null,
  };
};
