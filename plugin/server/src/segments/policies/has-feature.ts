import type { Context } from 'koa';
import type { Policy as CustomerPolicy } from '../../../../contracts/accounts';
import type { Viewer } from '../../accounts/viewer';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import type { Policy } from '../../platform/domain';
import { policies } from '../services/policies';

/** A feature that is off is gone: its routes answer 404, as if they had never been. */
export const hasFeature: Policy = (ctx: Context, config, { strapi }) => {
  const { feature } = config as { feature: keyof CustomerPolicy['features'] };
  const viewer = ctx.state.customer as Viewer | undefined;
  if (!getService(strapi, 'policies', policies).effective(viewer?.segment ?? 'standard').features[feature]) throw notFound();
  return true;
};
