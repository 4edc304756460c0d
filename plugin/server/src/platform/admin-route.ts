import type { Route } from './domain';

/** A route of the Strapi admin, below `/portal`, for those whose role has the RBAC action. */
export const adminRoute = (method: Route['method'], path: string, handler: string, action: string): Route => ({
  method,
  path,
  handler,
  config: { policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [action] } }] },
});
