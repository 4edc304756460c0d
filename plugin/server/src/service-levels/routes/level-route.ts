import { deskActions } from '../../../../contracts/desk';
import { adminRoute } from '../../platform/admin-route';
import type { Route } from '../../platform/domain';

/** A route of the Strapi admin for those who set business hours (`hours`) or targets (`levels`). */
export const levelRoute = (method: Route['method'], path: string, handler: string, action: 'hours' | 'levels'): Route => adminRoute(method, path, handler, deskActions[action]);
