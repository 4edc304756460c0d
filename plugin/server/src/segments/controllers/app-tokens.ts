import { tokenWish } from '../../../../contracts/app-tokens';
import { takesTokens } from '../../accounts/bearer';
import { appTokens as tokenService } from '../../accounts/services/app-tokens';
import { needRecentProof } from '../../accounts/recent-proof';
import { viewerOf } from '../../accounts/strategies';
import { answer } from '../../platform/answer';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';

/** Tokens for whoever is signed in with a cookie: `me/app-tokens`. */
export const appTokens: ControllerFactory = ({ strapi }) => ({
  /** POST me/app-tokens `{ scopes?, device? }` → 201 AppTokens: for apps of customers whose sign-in asks for more than a password. 404 where apps have no tokens; no token makes others. */
  async create(ctx) {
    if (!takesTokens(strapi)) throw notFound();
    const wish = validate(tokenWish, bodyOf(ctx));
    const viewer = viewerOf(ctx);
    needRecentProof(viewer);
    answer(ctx, await getService(strapi, 'app-tokens', tokenService).begin(ctx, viewer.customerId, wish), {}, 201);
  },
});
