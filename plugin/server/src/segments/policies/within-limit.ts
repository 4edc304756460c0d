import type { Context } from 'koa';
import type { RateLimits } from '../../../../contracts/rate-limits';
import type { Viewer } from '../../accounts/viewer';
import type { LimitName } from '../../limits/within';
import { limits } from '../../limits/services/limits';
import { getService } from '../../platform/get-service';
import type { Policy } from '../../platform/domain';
import { routeLimit } from '../route-limits';
import { effectivePolicy } from '../services/policies';

/** Counts this call, says in its answer how the limit stands, and refuses with 429 `too_many_requests` what goes beyond it. */
export const withinLimit: Policy = async (ctx: Context, config, { strapi }) => {
  const { name } = config as { name: LimitName };
  const viewer = ctx.state.customer as Viewer | undefined;
  const { perAddress } = strapi.config.get<RateLimits>('plugin::portal.limits.rateLimiting');
  // What Strapi hands to policies has the request, and none of the context's own getters.
  const counted = routeLimit(name, viewer, ctx.request.ip, effectivePolicy(strapi, viewer).rates, perAddress);
  if (counted) await getService(strapi, 'limits', limits).spend(counted.limit, counted.subject);
  return true;
};
