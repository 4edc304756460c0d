import type { Strapi } from './domain';

const local = ['localhost', '127.0.0.1', '[::1]'];

interface Address {
  configured: string;
  origin: string;
  protocol: string;
  /** Host names (with port) by which it is reached; on a machine of one's own all its local names. */
  names: string[];
}
// Every request asks several times, for cookies, hosts and origins; taking an address apart is dear.
const known = new WeakMap<Strapi, Address>();

const apart = (configured: string): Address => {
  const { origin, protocol, hostname, host, port } = new URL(configured);
  const names = local.includes(hostname) ? local.map((name) => (port ? `${name}:${port}` : name)) : [host];
  return { configured, origin, protocol, names };
};

const addressOf = (strapi: Strapi): Address => {
  const configured = strapi.config.get<string>('plugin::portal.publicUrl') || strapi.config.get<string>('server.absoluteUrl');
  const held = known.get(strapi);
  if (held?.configured === configured) return held;
  const address = apart(configured);
  known.set(strapi, address);
  return address;
};

/** Where customers reach this installation, without a trailing slash (`https://help.example.com`). */
export const publicOrigin = (strapi: Strapi): string => addressOf(strapi).origin;

/** True where cookies may be `Secure` and have the `__Host-` prefix. */
export const isHttps = (strapi: Strapi): boolean => publicOrigin(strapi).startsWith('https:');

/** Host names (with port) that this installation answers to; on a machine of one's own all its local names. */
export const knownHosts = (strapi: Strapi): string[] => [...addressOf(strapi).names, ...strapi.config.get<string[]>('plugin::portal.hosts')];

/** Origins whose pages may change things here: our own. */
export const knownOrigins = (strapi: Strapi): string[] => {
  const { protocol } = addressOf(strapi);
  return knownHosts(strapi).map((host) => `${protocol}//${host}`);
};

/** Address of a portal page for mails: never built from a request, whose Host header anyone can write. */
export const portalAddress = (strapi: Strapi, path: string): string =>
  `${publicOrigin(strapi)}${strapi.config.get<string>('plugin::portal.url')}${path}`;
