import { erasureConfirmation, erasureRequest } from '../../../../contracts/privacy';
import { viewerOf } from '../../accounts/strategies';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { needsRecentVerification } from '../own-password';
import { erasures as service } from '../services/erasures';

/** That the viewer's own data is to be erased: `me/erasure`. */
export const erasures: ControllerFactory = ({ strapi }) => {
  const own = () => getService(strapi, 'erasures', service);
  return {
    /** GET me/erasure → Erasure or null. */
    async show(ctx) {
      answer(ctx, await own().own(viewerOf(ctx).customerId));
    },
    /** POST me/erasure `{ password? }` → 202 Erasure, and a link is mailed; 401 `wrong_credentials`, 403 `verification_needed` for who has no password or a second factor, 409 `erasure_under_way`. */
    async create(ctx) {
      await needsRecentVerification(strapi, viewerOf(ctx), validate(erasureRequest, bodyOf(ctx)));
      answer(ctx, await own().ask(viewerOf(ctx)), {}, 202);
    },
    /** DELETE me/erasure → null; 409 `erasure_under_way` once it has begun. */
    async remove(ctx) {
      await own().withdraw(viewerOf(ctx));
      answer(ctx, null);
    },
    /** POST erasure-confirmations `{ code }` → Erasure with when it begins; 400 `code_invalid`. */
    async confirm(ctx) {
      answer(ctx, await own().confirm(validate(erasureConfirmation, bodyOf(ctx)).code));
    },
  };
};
