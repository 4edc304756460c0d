import { deskActions } from '../../../../contracts/desk';
import { adminRoute } from '../../platform/admin-route';
import type { Route } from '../../platform/domain';

/**
 * A route of the Strapi admin that needs one of the desk's RBAC actions. Whoever does something to a ticket is answered
 * with it, so that each of those needs the right to read as well.
 */
export const deskRoute = (method: Route['method'], path: string, handler: string, action: keyof typeof deskActions): Route =>
  adminRoute(method, path, handler, deskActions[action], path.startsWith('/tickets') && action !== 'read' ? [deskActions.read] : []);
