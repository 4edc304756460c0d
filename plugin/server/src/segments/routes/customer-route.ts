import { customerSession, optionalSession } from '../../accounts/strategies';
import type { Policy } from '../../../../contracts/accounts';
import type { Route } from '../../platform/domain';

const withViewer = ['plugin::portal.viewer'];

/** A route for signed-in customers; 404 where their segment lacks the `feature`. */
export const customerRoute = (method: Route['method'], path: string, handler: string, feature?: keyof Policy['features']): Route => ({
  method,
  path,
  handler,
  config: {
    auth: { strategies: [customerSession] },
    policies: feature ? [{ name: 'plugin::portal.has-feature', config: { feature } }] : [],
    middlewares: withViewer,
  },
});

/** A route that answers strangers too, and knows the viewer where there is one. `why` says why it may. */
export const openRoute = (method: Route['method'], path: string, handler: string, why: string): Route => ({
  method,
  path,
  handler,
  config: { auth: { strategies: [optionalSession] }, why, middlewares: withViewer },
});
