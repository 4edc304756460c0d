import type { Viewer } from '../../accounts/viewer';
import { toMe } from '../../accounts/viewer';
import type { MiddlewareFactory } from '../../platform/domain';
import { toPolicy } from '../resolve-policy';
import { effectivePolicy } from '../services/policies';

/** Puts the viewer, with what his segment allows, into `meta.viewer` of the answer. */
export const viewer: MiddlewareFactory = (_config, { strapi }) => async (ctx, next) => {
  const customer = ctx.state.customer as Viewer | undefined;
  if (customer) ctx.state.viewer = toMe(customer, toPolicy(effectivePolicy(strapi, customer)));
  await next();
};
