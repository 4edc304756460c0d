import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const uid = 'plugin::portal.ticket';
const action = `${uid}.find`;

const allow = async (app) => {
  const role = await app.db.query('plugin::users-permissions.role').findOne({ where: { type: 'authenticated' } });
  await app.db.query('plugin::users-permissions.permission').create({ data: { action, role: role.id } });
};

/**
 * Strapi's own content API over our tickets, as a generated project would have it (core controller and core
 * service): `/api/bench/tickets` behind users-permissions, `/api/bench/open-tickets` without any sign-in.
 */
export const addStockApi = async (app) => {
  const { factories } = require('@strapi/core');
  const controller = factories.createCoreController(uid)({ strapi: app });
  app.get('services').set(uid, factories.createCoreService(uid));
  // Actions can only be registered before the end of the start; for the bench this is still the start.
  app.isLoaded = false;
  await app.contentAPI.permissions.providers.action.register(action, { uid: action, api: 'portal', controller: 'ticket', action: 'find' });
  app.isLoaded = true;
  await allow(app);
  const route = (path, auth) => ({ method: 'GET', path, handler: (ctx) => controller.find(ctx), info: { type: 'content-api' }, config: { auth } });
  // F1: a route of the content API that does nothing, through the same middlewares and endpoint as every other.
  const nothing = { ...route('/bench/nothing', false), handler: (ctx) => (ctx.status = 204) };
  app.server.api('content-api').routes([nothing, route('/bench/tickets', { scope: [action] }), route('/bench/open-tickets', false)]);
};

/** An access token of users-permissions for a user, as its sign-in would give. */
export const stockToken = async (app, userId) => {
  const manager = app.sessionManager('users-permissions');
  const { token } = await manager.generateRefreshToken(String(userId), 'bench', { type: 'refresh' });
  const access = await manager.generateAccessToken(token);
  return access.token;
};
