import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { Refusal } from '../platform/errors';
import { getService } from '../platform/get-service';
import type { AuthStrategy, Route } from '../platform/domain';
import { bearerOf } from './bearer';
import { scopeFor } from './token-scopes';
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
/** Refuses an app whose token is not made for the route; the route's own path decides. */
const checkScope = (ctx: Context, { scopes }: Viewer): void => {
  if (!scopes) return;
  const { method, path } = ctx.state.route as Pick<Route, 'method' | 'path'>;
  const needed = scopeFor(method, path);
  if (needed && scopes.includes(needed)) return;
  throw new Refusal('token_scope_missing', needed ? `This token has not the scope "${needed}".` : 'No token opens this address. Sign in with a browser.');
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
    checkScope(ctx, viewer);
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
    // An app that shows a token wants to be known by it: it hears that it is over, and does not read on as nobody.
    if (!viewer && bearerOf(ctx, strapi) !== null) return { authenticated: false };
    if (viewer) checkScope(ctx, viewer);
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
