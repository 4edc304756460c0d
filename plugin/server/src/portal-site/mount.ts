import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context, Next } from 'koa';
import { segmentOfVisit } from '../accounts/services/sessions';
import { signUpRules } from '../accounts/services/account-rules';
import { portalFrame } from '../frame/services/portal-frame';
import { getService } from '../platform/get-service';
import { toldInVisit } from '../platform/page-visit';
import type { PageVisit } from '../platform/page-visit';
import { isHttps, knownHosts, knownOrigins, portalAddress, publicOrigin } from '../platform/public-address';
import type { Strapi } from '../platform/domain';
import { chatForStrangers } from '../segments/chat-for-strangers';
import { effectivePolicy } from '../segments/services/policies';
import { socketPath } from '../../../contracts/socket-address';
import type { SiteHost } from '../../../contracts/transport';
import { inProcessTransport } from './in-process-transport';
import { siteBuild } from './site-build';
import { servedSite } from './site-directory';
import type { SiteBuild } from './site-build';

type Dispatch = (request: IncomingMessage, response: ServerResponse) => unknown;
const downloads = /^(?:(?:\/shared\/[\w-]{1,64})?\/attachments\/[\w-]{1,64}|\/me\/exports\/[\w-]{1,64}\/file)$/;

const hostOf = (strapi: Strapi, dispatch: Dispatch, ctx: Context): SiteHost => {
  const { features, theme } = effectivePolicy(strapi, null);
  const visit: PageVisit = new Map();
  return {
    transport: inProcessTransport(dispatch, new URL(publicOrigin(strapi)).host, ctx.ip, visit),
    frame: async (language) => getService(strapi, 'portal-frame', portalFrame).of(language, await toldInVisit(visit, segmentOfVisit)),
    look: theme,
    address: ctx.ip,
    origins: knownOrigins(strapi),
    https: isHttps(strapi),
    showroom: strapi.config.get('plugin::portal.mail.transport') === 'mailbox',
    knowledgeBase: features.knowledgeBase,
    ticketSubmission: features.ticketSubmission,
    chat: chatForStrangers(strapi),
    signUp: signUpRules(strapi),
    live: strapi.config.get('plugin::portal.realtime.enabled') ? socketPath : null,
    reports: '/api/portal/csp-reports',
  };
};

const plain = (ctx: Context, status: number, text: string): void => {
  ctx.status = status;
  ctx.set('Content-Security-Policy', "default-src 'none'");
  ctx.type = 'text/plain; charset=utf-8';
  ctx.body = text;
};

/** Hands a request to the built site; Koa keeps its hands off the response from here. */
const render = (ctx: Context, url: string, site: SiteBuild, host: SiteHost): Promise<void> => {
  ctx.respond = false;
  const { req, res } = ctx;
  return new Promise((resolve) => {
    res.once('close', resolve);
    const pages = (): void => {
      req.url = ctx.originalUrl;
      void site.pages(req, res, () => res.writeHead(404).end(), { host });
    };
    req.url = req.url?.slice(url.length) || '/';
    site.files(req, res, pages);
  });
};

/** What search engines may visit here. A host that has a robots.txt of its own keeps it. */
const robots = (strapi: Strapi): string => `User-agent: *\nDisallow: /admin\nDisallow: /api/\nSitemap: ${portalAddress(strapi, '/sitemap.xml')}\n`;

/** What is not the portal's is Strapi's; a bare address that nobody answers leads to the portal. */
const elsewhere = async (ctx: Context, next: Next, strapi: Strapi): Promise<void> => {
  await next();
  if (ctx.method !== 'GET' || ctx.status !== 404) return;
  if (ctx.path === '/') ctx.redirect(strapi.config.get<string>('plugin::portal.url'));
  if (ctx.path === '/robots.txt') plain(ctx, 200, robots(strapi));
};

/**
 * The portal's pages at the configured url, on Strapi's own Koa: one origin for pages, API and files.
 * Mounted before Strapi's middlewares, whose body parser would eat the forms and whose security headers
 * are made for the admin. Files of tickets go to the API route itself, which pipes with back-pressure or leads to a bucket.
 */
export const mountSite = (strapi: Strapi) => {
  const url = strapi.config.get<string>('plugin::portal.url');
  const build = siteBuild(servedSite(strapi).directory, strapi.config.get('environment') === 'development');
  let dispatch: Dispatch | null = null;

  return async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.path !== url && !ctx.path.startsWith(`${url}/`)) return elsewhere(ctx, next, strapi);
    if (!knownHosts(strapi).includes(ctx.host)) return plain(ctx, 421, 'This address is not served here.');
    const file = ctx.path.slice(url.length);
    if (ctx.method === 'GET' && downloads.test(file)) {
      ctx.url = `/api/portal${file}`;
      await next();
      // 302 leads to the bucket that keeps files, for who may have this one.
      if (ctx.status === 200 || ctx.status === 302) return;
      ctx.url = ctx.originalUrl;
    }
    if (!build.exists()) return plain(ctx, 503, 'The pages of the portal are not where they should be: build them, or name a built site in site.directory, and reload.');
    dispatch ??= strapi.server.app.callback();
    await render(ctx, url, await build.get(), hostOf(strapi, dispatch, ctx));
  };
};
