import { customerSession, optionalSession } from '../../accounts/strategies';
import type { Policy } from '../../../../contracts/accounts';
import type { Method, PathOf } from '../../../../contracts/endpoints/every-endpoint';
import { within } from '../../limits/within';
import type { LimitName } from '../../limits/within';
import type { Route } from '../../platform/domain';

const withViewer = ['plugin::portal.viewer'];
const featurePolicy = (feature: keyof Policy['features'] | undefined) => (feature ? [{ name: 'plugin::portal.has-feature', config: { feature } }] : []);
const limitPolicy = (limit: LimitName | undefined) => (limit ? [within(limit)] : []);

/** A route for signed-in customers, of an endpoint that contracts/endpoints describes; 404 where their segment lacks the `feature`, 429 beyond the `limit`. */
export const customerRoute = <Verb extends Method>(method: Verb, path: PathOf<Verb>, handler: string, feature?: keyof Policy['features'], limit?: LimitName): Route => ({
  method,
  path,
  handler,
  config: {
    auth: { strategies: [customerSession] },
    policies: [...featurePolicy(feature), ...limitPolicy(limit)],
    middlewares: withViewer,
  },
});

/** A route that answers strangers too, and knows the viewer where there is one. `why` says why it may; 404 where the `feature` is off, 429 beyond the `limit`. */
export const openRoute = <Verb extends Method>(method: Verb, path: PathOf<Verb>, handler: string, why: string, feature?: keyof Policy['features'], limit?: LimitName): Route => ({
  method,
  path,
  handler,
  config: { auth: { strategies: [optionalSession] }, why, policies: [...featurePolicy(feature), ...limitPolicy(limit)], middlewares: withViewer },
});
