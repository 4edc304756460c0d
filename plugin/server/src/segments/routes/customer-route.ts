import { customerSession, optionalSession } from '../../accounts/strategies';
import type { Policy } from '../../../../contracts/accounts';
import type { Route } from '../../platform/domain';

const withViewer = ['plugin::portal.viewer'];
const featurePolicy = (feature: keyof Policy['features'] | undefined) => (feature ? [{ name: 'plugin::portal.has-feature', config: { feature } }] : []);

/** A route for signed-in customers; 404 where their segment lacks the `feature`. */
export const customerRoute = (method: Route['method'], path: string, handler: string, feature?: keyof Policy['features']): Route => ({
  method,
  path,
  handler,
  config: {
    auth: { strategies: [customerSession] },
    policies: featurePolicy(feature),
    middlewares: withViewer,
  },
});

/** A route that answers strangers too, and knows the viewer where there is one. `why` says why it may; 404 where the `feature` is off. */
export const openRoute = (method: Route['method'], path: string, handler: string, why: string, feature?: keyof Policy['features']): Route => ({
  method,
  path,
  handler,
  config: { auth: { strategies: [optionalSession] }, why, policies: featurePolicy(feature), middlewares: withViewer },
});
