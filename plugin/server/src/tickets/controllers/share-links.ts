import type { Context } from 'koa';
import { shareCreation } from '../../../../contracts/sharing';
import { viewerOf } from '../../accounts/strategies';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { requesterOf } from '../actors';
import { shareLinks as service } from '../services/share-links';

/** Links to read one request: `tickets/:reference/share-links`. */
export const shareLinks: ControllerFactory = ({ strapi }) => {
  const links = () => getService(strapi, 'share-links', service);
  const referenceOf = (ctx: Context): string => String(ctx.params.reference);
  return {
    /** GET tickets/:reference/share-links → those that still open it, without their tokens. */
    async index(ctx) {
      answer(ctx, await links().list(requesterOf(viewerOf(ctx)), referenceOf(ctx)));
    },
    /** POST tickets/:reference/share-links → 201 with the token, told only now; 409 `share_limit_reached`, 429 beyond the day's people and links. */
    async create(ctx) {
      const { days } = validate(shareCreation, bodyOf(ctx));
      answer(ctx, await links().make(viewerOf(ctx), referenceOf(ctx), days), {}, 201);
    },
    /** DELETE tickets/:reference/share-links/:id → from now on the link opens nothing. */
    async remove(ctx) {
      const id = String(ctx.params.id);
      await links().revoke(requesterOf(viewerOf(ctx)), referenceOf(ctx), id);
      answer(ctx, { id });
    },
  };
};
