import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SiteHost } from '../../../contracts/transport';

type Next = (error?: unknown) => void;
/** Astro's handler in middleware mode; `locals` become `Astro.locals`. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse, next: Next, locals: { host: SiteHost }) => Promise<void>;
export type FileHandler = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

/** A built site: pages and its hashed files. */
export interface SiteBuild {
  pages: PageHandler;
  files: FileHandler;
}

const year = 31_536_000;

/**
 * The CommonJS build would turn import() of a file into require(), which cannot load Astro's module with
 * top-level await. Each has another source: V8 keeps compiled ones, and would take that of an ended test file.
 */
const importer = () => new Function('address', `return import(address) // ${randomUUID()}`) as (address: string) => Promise<{ handler: PageHandler }>;

/**
 * Loads the site at its first request (before that, Node's require/import race can break Strapi's boot)
 * and, with `watch`, again when it was built anew, so that `npm run dev` shows changes without a restart.
 */
export const siteBuild = (directory: string, watch: boolean) => {
  const entry = path.join(directory, 'server', 'entry.mjs');
  const importModule = importer();
  let loads = 0;
  let loaded: { at: number; build: Promise<SiteBuild> } | null = null;

  const load = async (at: number): Promise<SiteBuild> => {
    const { handler } = await importModule(`${pathToFileURL(entry).href}?built=${at}-${(loads += 1)}`);
    const files = sirv(path.join(directory, 'client'), {
      etag: true,
      setHeaders: (response, pathname) => {
        response.setHeader('X-Content-Type-Options', 'nosniff');
        response.setHeader('Cache-Control', pathname.startsWith('/_astro/') ? `public, max-age=${year}, immutable` : 'public, max-age=3600');
      },
    });
    return { pages: handler, files };
  };

  // While it is written anew it may be half there: the one before stands until then, and this one is looked at again.
  const guarded = (at: number, before: typeof loaded): Promise<SiteBuild> => {
    const build = load(at);
    if (!before) return build;
    return build.catch(() => {
      if (loaded?.at === at) loaded = before;
      return before.build;
    });
  };

  return {
    exists: (): boolean => loaded !== null || existsSync(entry),
    get(): Promise<SiteBuild> {
      const at = (watch || !loaded ? statSync(entry, { throwIfNoEntry: false })?.mtimeMs : undefined) ?? loaded?.at ?? 0;
      if (loaded?.at !== at) loaded = { at, build: guarded(at, loaded) };
      return loaded.build;
    },
  };
};
