import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import type { SiteHost } from '../../plugin/contracts/transport.ts';
import { httpTransport } from '../src/portal-api/http-transport.ts';
import { followAppearance } from './appearance.ts';
import { pipeDownload } from './download.ts';

export interface StandaloneOptions {
  /** Where Strapi answers. */
  apiUrl: string;
  /** The built pages; those beside this file when empty. */
  directory?: string | undefined;
  /** Path of the portal; the one the site was built with. */
  url: string;
  /** Where customers reach this server. */
  publicUrl: string;
  /** Until Strapi has told its own. */
  brand: string;
  /** The same as Strapi's `site.secret`: lets it believe the addresses we report. */
  secret: string | undefined;
  trustProxy: boolean;
  showroom: boolean;
  /** Until Strapi has told: whether its `features.knowledgeBase` is on. */
  knowledgeBase: boolean;
}

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void, locals: { host: SiteHost }) => void;

const local = ['localhost', '127.0.0.1', '[::1]'];
const ownBuild = path.resolve(import.meta.dirname, '..', 'dist');
const downloads = /^(?:(?:\/shared\/[\w-]{1,64})?\/attachments\/[\w-]{1,64}|\/me\/exports\/[\w-]{1,64}\/file)$/;

/** Host names that this server answers to: its public one, and on a machine of one's own all local ones. */
const hostsOf = ({ publicUrl }: StandaloneOptions): string[] => {
  const { hostname, host, port } = new URL(publicUrl);
  return local.includes(hostname) ? local.map((name) => (port ? `${name}:${port}` : name)) : [host];
};

const addressOf = (request: IncomingMessage, trustProxy: boolean): string => {
  const forwarded = trustProxy ? String(request.headers['x-forwarded-for'] ?? '').split(',')[0]?.trim() : '';
  return forwarded || (request.socket.remoteAddress ?? '');
};

/** The built site as a server of its own in front of a remote Strapi: same pages, other transport. */
export const standaloneSite = async (options: StandaloneOptions) => {
  const dist = options.directory || ownBuild;
  const { handler } = (await import(path.join(dist, 'server', 'entry.mjs'))) as { handler: Handler };
  const files = sirv(path.join(dist, 'client'), { etag: true, maxAge: 3600 });
  const hosts = hostsOf(options);
  const { protocol } = new URL(options.publicUrl);
  const appearance = await followAppearance(options);
  const origins = hosts.map((host) => `${protocol}//${host}`);

  return (request: IncomingMessage, response: ServerResponse): void => {
    const url = request.url ?? '/';
    const inside = url.startsWith(`${options.url}/`) ? url.slice(options.url.length) : '/';
    if (!hosts.includes(request.headers.host ?? '')) return void response.writeHead(421).end('This address is not served here.');
    const remote = { apiUrl: options.apiUrl, address: addressOf(request, options.trustProxy), secret: options.secret };
    const host: SiteHost = { ...appearance(), transport: httpTransport(remote), frame: null, address: remote.address, origins, https: protocol === 'https:', showroom: options.showroom, live: null, reports: null };
    const pages = (): void => {
      request.url = url;
      handler(request, response, () => response.writeHead(404).end(), { host });
    };
    if (request.method === 'GET' && downloads.test(inside)) return void pipeDownload(remote.apiUrl, inside, request, response, pages);
    request.url = inside;
    files(request, response, pages);
  };
};
