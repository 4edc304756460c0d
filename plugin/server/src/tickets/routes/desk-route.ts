import { deskActions } from '../../../../contracts/desk';
import type { Route } from '../../platform/domain';

/** A route of the Strapi admin that needs one of the desk's RBAC actions. */
export const deskRoute = (method: Route['method'], path: string, handler: string, action: keyof typeof deskActions): Route => ({
  method,
  path,
  handler,
  config: {
    policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [deskActions[action]] } }],
  },
});
