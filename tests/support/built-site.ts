import { randomUUID } from 'node:crypto';
import http from 'node:http';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';
import { emptyFrame } from '../../plugin/contracts/frame';
import type { SiteHost } from '../../plugin/contracts/transport';

type Handler = (request: http.IncomingMessage, response: http.ServerResponse, next: () => void, locals: { host: SiteHost }) => void;

const dist = path.resolve(__dirname, '..', '..', 'site', 'dist');
const base = '/support';

// Jest compiles import() to require(), which cannot load Astro's module with top-level await. The comment in the
// function keeps V8 from reusing that of an earlier file of tests, whose modules are gone.
const importModule = new Function('address', `return import(address) // ${randomUUID()}`) as (address: string) => Promise<{ handler: Handler }>;

/** The built pages without any API behind them. */
export interface BuiltSite {
  url: string;
  /** What pages asked of the API that is not there: must stay empty. */
  calls: string[];
  /** The forms that browsers sent here, by address. */
  posts: string[];
  stop(): Promise<void>;
}

const hostFor = (url: string, calls: string[]): SiteHost => ({
  transport: ({ method, path: asked }) => {
    calls.push(`${method} ${asked}`);
    throw new Error(`This page needs no API, but asked ${method} ${asked}.`);
  },
  look: { mode: 'auto', name: 'Northwind Help', palette: null },
  frame: async () => emptyFrame,
  address: '127.0.0.1',
  origins: [url],
  https: false,
  showroom: true,
  knowledgeBase: true,
  ticketSubmission: true,
  chat: { on: true, origins: ['https://shop.example'] },
  signUp: { open: true, domains: [], passwordMinLength: 10, passwords: true, providers: [] },
  live: null,
  reports: null,
});

/** Serves the built site's pages and files as they are, from a free port. */
export const serveBuiltSite = async (): Promise<BuiltSite> => {
  const { handler } = await importModule(pathToFileURL(path.join(dist, 'server', 'entry.mjs')).href);
  const files = sirv(path.join(dist, 'client'), { etag: true });
  const [calls, posts]: [string[], string[]] = [[], []];
  const server = http.createServer((request, response) => {
    const asked = request.url ?? '/';
    if (request.method === 'POST') posts.push(asked);
    request.url = asked.slice(base.length) || '/';
    files(request, response, () => {
      request.url = asked;
      handler(request, response, () => response.writeHead(404).end(), { host: hostFor(url, calls) });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    calls,
    posts,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
