import http from 'node:http';
import { createSiteServer } from './standalone/server.mjs';

const port = Number(process.env.SITE_PORT ?? 4321);
const apiUrl = process.env.PORTAL_API_URL;
if (!apiUrl) {
  console.error('PORTAL_API_URL is not set. It is the address of your Strapi, such as https://cms.example.com.');
  process.exit(1);
}
const server = http.createServer(await createSiteServer({ apiUrl, port }));
server.listen(port, () => console.log(`The portal's pages are at http://localhost:${port}${process.env.HELPDESK_PORTAL_URL ?? '/support'} (API: ${apiUrl})`));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.close(() => process.exit(0)));
