import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { Refusal } from '../platform/errors';
import { getService } from '../platform/get-service';
import type { AuthStrategy } from '../platform/domain';
import type { Viewer } from './viewer';
import { sessions } from './services/sessions';

declare const strapi: import('../platform/domain').Strapi;

const signedIn = (): Viewer => {
  const viewer = strapi.requestContext.get()?.state.customer as Viewer | undefined;
  if (!viewer) throw new errors.UnauthorizedError();
  return viewer;
};
const refuseUnenrolled = ({ mustEnrol }: Viewer): void => {
  if (mustEnrol) throw new Refusal('second_factor_required', 'This account needs a second factor before anything else. Set one up.');
};

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
    refuseUnenrolled(signedIn());
  },
};

/** As `customerSession`, for the few routes with which a customer sets up the second factor that his segment wants. */
export const enrollingSession: AuthStrategy = {
  ...customerSession,
  name: 'portal-session-enrolling',
  verify: () => void signedIn(),
};

/** For routes that answer strangers too: the viewer is known when there is one. */
export const optionalSession: AuthStrategy = {
  name: 'portal-session-optional',
  async authenticate(ctx) {
    const viewer = await getService(strapi, 'sessions', sessions).viewerOf(ctx);
    if (viewer) ctx.state.customer = viewer;
    return { authenticated: true, credentials: viewer ?? {} };
  },
  // Somebody who must set up a second factor first is no stranger either: he would read as one what he may not yet see as himself.
  verify() {
    const viewer = strapi.requestContext.get()?.state.customer as Viewer | undefined;
    if (viewer) refuseUnenrolled(viewer);
  },
};

/** The signed-in customer of a route behind `customerSession`. */
export const viewerOf = (ctx: Context): Viewer => {
  const viewer = ctx.state.customer as Viewer | undefined;
  if (!viewer) throw new errors.UnauthorizedError();
  return viewer;
};
