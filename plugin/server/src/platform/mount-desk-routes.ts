import type { Route, Strapi } from './domain';

const composed = ({ path, handler, config, ...route }: Route) => ({
  ...route,
  path: `/portal${path}`,
  handler,
  // What Strapi adds to the routes of a plugin by itself.
  info: { pluginName: 'portal', type: 'admin' as const },
  config: { ...config, auth: { ...(config.auth || {}), scope: [`plugin::portal.${handler}`] } },
});

/**
 * Mounts the desk's routes beside Strapi's admin API, with the same sign-in and rights, instead of inside of it. In there
 * each request first gets a stand-in for Passport, which only the admin's own sign-in asks: it makes the request a
 * prototype, so that V8 keeps all of it, 25 to 40 KB, until the next full collection. That was a third of the inbox's time
 * (docs/decisions/061-desk-routes.md). Call it after Strapi registered its routes and before it listens.
 */
export const mountDeskRoutes = (strapi: Strapi, routes: Route[]): void => {
  if (routes.length === 0) return;
  const mounted = routes.map(composed);
  // Its types know no middleware with settings, which it takes.
  strapi.server.routes(mounted as Parameters<typeof strapi.server.routes>[0]);
  // Strapi writes another type over ours; by it it chooses the sign-in, and what its audit log notes.
  for (const { info } of mounted) info.type = 'admin';
};
