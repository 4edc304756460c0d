import type { Core, Struct } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import type { Migration } from './migrations';

export type Strapi = Core.Strapi;

/** A Koa handler as Strapi calls it. */
export type Handler = (ctx: Context, next?: Next) => Promise<unknown> | unknown;
export type Controller = Record<string, Handler>;
export type ControllerFactory = (context: { strapi: Strapi }) => Controller;
export type ServiceFactory = (context: { strapi: Strapi }) => object;
export type Policy = (ctx: Context, config: unknown, context: { strapi: Strapi }) => boolean | Promise<boolean>;
/** A route middleware of Strapi: configured once, called per request. */
export type MiddlewareFactory = (config: unknown, context: { strapi: Strapi }) => (ctx: Context, next: Next) => Promise<unknown>;

/** A route that acts for an authentication strategy; see accounts/strategies.ts. */
export interface AuthStrategy {
  name: string;
  authenticate(ctx: Context): Promise<{ authenticated: boolean; credentials?: unknown; ability?: unknown; error?: Error } | null>;
  verify(): void;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  handler: string;
  config: {
    /** `false`: open to everyone, and `why` says so; otherwise the strategies that may answer. */
    auth?: false | { strategies: AuthStrategy[] };
    why?: string;
    policies?: (string | { name: string; config: unknown })[];
    middlewares?: (string | { name: string; config: unknown })[];
  };
}

/** What a domain's `index.ts` exports: Strapi's own words, all optional. */
export interface Domain {
  contentTypes?: Record<string, { schema: Struct.ContentTypeSchema | object }>;
  controllers?: Record<string, ControllerFactory>;
  services?: Record<string, ServiceFactory>;
  policies?: Record<string, Policy>;
  middlewares?: Record<string, MiddlewareFactory>;
  /** What Strapi does not do to tables and rows of itself; each has its own file. */
  migrations?: Migration[];
  routes?: { contentApi?: Route[]; admin?: Route[] };
  register?: (context: { strapi: Strapi }) => void | Promise<void>;
  bootstrap?: (context: { strapi: Strapi }) => void | Promise<void>;
  destroy?: (context: { strapi: Strapi }) => void | Promise<void>;
}
