import type { Context } from 'koa';
import type { Policy as CustomerPolicy } from '../../../../contracts/accounts';
import type { Viewer } from '../../accounts/viewer';
import { notFound } from '../../platform/errors';
import type { Policy } from '../../platform/domain';
import { effectivePolicy } from '../services/policies';

/** A feature that is off is gone: its routes answer 404, as if they had never been. */
export const hasFeature: Policy = (ctx: Context, config, { strapi }) => {
  const { feature } = config as { feature: keyof CustomerPolicy['features'] };
  const viewer = ctx.state.customer as Viewer | undefined;
  if (!effectivePolicy(strapi, viewer).features[feature]) throw notFound();
  return true;
};
