import http from 'node:http';
import { standaloneSite } from './site.ts';

const port = Number(process.env['SITE_PORT'] ?? 4321);
const apiUrl = process.env['PORTAL_API_URL'];
const url = process.env['HELPDESK_PORTAL_URL'] ?? '/support';

if (!apiUrl) {
  console.error('PORTAL_API_URL is not set. It is the address of your Strapi, such as https://cms.example.com.');
  process.exit(1);
}

const handle = await standaloneSite({
  apiUrl,
  directory: process.env['PORTAL_SITE'],
  url,
  publicUrl: process.env['PORTAL_PUBLIC_URL'] ?? `http://localhost:${port}`,
  brand: process.env['PORTAL_BRAND'] ?? 'Help',
  secret: process.env['PORTAL_SITE_SECRET'],
  trustProxy: process.env['TRUST_PROXY'] === 'true',
  showroom: process.env['PORTAL_MAIL'] === 'mailbox',
  knowledgeBase: process.env['PORTAL_KNOWLEDGE_BASE'] !== 'false',
});
const server = http.createServer(handle);
server.listen(port, () => console.log(`The portal's pages are at http://localhost:${port}${url}, in front of ${apiUrl}`));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.close(() => process.exit(0)).closeIdleConnections());
