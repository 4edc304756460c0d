import type { AuthStrategy, Route } from './domain';
import { getService } from './get-service';
import { adminSessions } from './services/admin-sessions';

declare const strapi: import('./domain').Strapi;

/** The admin's own sign-in, asked once a second for each who works there. */
export const adminSession: AuthStrategy = {
  name: 'portal-admin-session',
  async authenticate(ctx) {
    if (!(await getService(strapi, 'admin-sessions', adminSessions).enter(ctx))) return { authenticated: false };
    return { authenticated: true, credentials: ctx.state.user, ability: ctx.state.userAbility };
  },
  verify() {},
};

/** A route of the Strapi admin, below `/portal`, for those whose role has the RBAC action, or the action on a subject, and all that are needed besides. */
export const adminRoute = (method: Route['method'], path: string, handler: string, action: string | [action: string, subject: string], besides: string[] = []): Route => ({
  method,
  path,
  handler,
  config: { auth: { strategies: [adminSession] }, policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [action, ...besides] } }] },
});
