import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { getService } from '../platform/get-service';
import type { AuthStrategy } from '../platform/domain';
import type { Viewer } from './viewer';
import { sessions } from './services/sessions';

declare const strapi: import('../platform/domain').Strapi;

/**
 * Our own route-level strategy: one query instead of the seven of Strapi's users-permissions path, and a
 * session that ends when it is ended. `ctx.state.customer` is the viewer afterwards.
 */
export const customerSession: AuthStrategy = {
  name: 'portal-session',
  async authenticate(ctx) {
    const viewer = await getService(strapi, 'sessions', sessions).viewerOf(ctx);
    if (!viewer) return { authenticated: false };
    ctx.state.customer = viewer;
    return { authenticated: true, credentials: viewer };
  },
  verify() {
    if (!strapi.requestContext.get()?.state.customer) throw new errors.UnauthorizedError();
  },
};

/** For routes that answer strangers too: the viewer is known when there is one. */
export const optionalSession: AuthStrategy = {
  name: 'portal-session-optional',
  async authenticate(ctx) {
    const viewer = await getService(strapi, 'sessions', sessions).viewerOf(ctx);
    if (viewer) ctx.state.customer = viewer;
    return { authenticated: true, credentials: viewer ?? {} };
  },
  verify() {},
};

/** The signed-in customer of a route behind `customerSession`. */
export const viewerOf = (ctx: Context): Viewer => {
  const viewer = ctx.state.customer as Viewer | undefined;
  if (!viewer) throw new errors.UnauthorizedError();
  return viewer;
};
