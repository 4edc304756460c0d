import type { Strapi } from './domain';

const local = ['localhost', '127.0.0.1', '[::1]'];

// Every request asks several times, for cookies, hosts and origins; taking an address apart is dear.
const known = new WeakMap<Strapi, { configured: string; origin: string }>();

/** Where customers reach this installation, without a trailing slash (`https://help.example.com`). */
export const publicOrigin = (strapi: Strapi): string => {
  const configured = strapi.config.get<string>('plugin::portal.publicUrl') || strapi.config.get<string>('server.absoluteUrl');
  const held = known.get(strapi);
  if (held?.configured === configured) return held.origin;
  const { origin } = new URL(configured);
  known.set(strapi, { configured, origin });
  return origin;
};

/** True where cookies may be `Secure` and have the `__Host-` prefix. */
export const isHttps = (strapi: Strapi): boolean => publicOrigin(strapi).startsWith('https:');

/** Host names (with port) that this installation answers to; on a machine of one's own all its local names. */
export const knownHosts = (strapi: Strapi): string[] => {
  const own = new URL(publicOrigin(strapi));
  const names = local.includes(own.hostname) ? local.map((name) => (own.port ? `${name}:${own.port}` : name)) : [own.host];
  return [...names, ...strapi.config.get<string[]>('plugin::portal.hosts')];
};

/** Origins whose pages may change things here: our own. */
export const knownOrigins = (strapi: Strapi): string[] => {
  const { protocol } = new URL(publicOrigin(strapi));
  return knownHosts(strapi).map((host) => `${protocol}//${host}`);
};

/** Address of a portal page for mails: never built from a request, whose Host header anyone can write. */
export const portalAddress = (strapi: Strapi, path: string): string =>
  `${publicOrigin(strapi)}${strapi.config.get<string>('plugin::portal.url')}${path}`;
