import type { Context } from 'koa';
import { visitStart } from '../../../../contracts/providers';
import { identities as identityService } from '../../accounts/services/identities';
import { providerSignIn } from '../../accounts/services/provider-sign-in';
import { needRecentProof } from '../../accounts/recent-proof';
import { viewerOf } from '../../accounts/strategies';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';

const paramOf = (ctx: Context, name: string): string => String((ctx.params as Record<string, unknown>)[name]);

/** What opens the account of whoever asks: `me/identities`. */
export const identities: ControllerFactory = ({ strapi }) => ({
  /** GET me/identities → WaysIn. */
  async index(ctx) {
    const { customerId, userId } = viewerOf(ctx);
    answer(ctx, await getService(strapi, 'identities', identityService).waysIn(customerId, userId));
  },

  /** POST me/identities/:provider/visits `{}` → 201 VisitStarted: on coming back the provider is linked. 404 for one that is not offered, 503 `provider_unavailable`. */
  async visit(ctx) {
    const viewer = viewerOf(ctx);
    needRecentProof(viewer);
    const { goTo } = validate(visitStart, bodyOf(ctx));
    answer(ctx, await getService(strapi, 'provider-sign-in', providerSignIn).begin(ctx, paramOf(ctx, 'provider'), goTo, viewer), {}, 201);
  },

  /** DELETE me/identities/:id → WaysIn; 404 for another's, 409 `last_way_in` where nothing else opens the account. */
  async remove(ctx) {
    const viewer = viewerOf(ctx);
    needRecentProof(viewer);
    const { customerId, userId } = viewer;
    const service = getService(strapi, 'identities', identityService);
    await service.unlink(customerId, userId, paramOf(ctx, 'id'));
    answer(ctx, await service.waysIn(customerId, userId));
  },
});
