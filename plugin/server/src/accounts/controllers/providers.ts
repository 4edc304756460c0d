import type { Context } from 'koa';
import * as contract from '../../../../contracts/providers';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { addressProofs } from '../services/address-proofs';
import { providerSignIn } from '../services/provider-sign-in';

const providerOf = (ctx: Context): string => String((ctx.params as Record<string, unknown>)['provider']);

/** Signing in with a provider: `auth/providers/*` and `auth/address-proof`. */
export const providers: ControllerFactory = ({ strapi }) => {
  const proofs = () => getService(strapi, 'address-proofs', addressProofs);
  return {
    /** POST auth/providers/:provider/visits `{ goTo? }` → 201 VisitStarted and this browser's cookie; 404 for a provider that is not offered, 503 `provider_unavailable`. */
    async visit(ctx) {
      const { goTo } = validate(contract.visitStart, bodyOf(ctx));
      answer(ctx, await getService(strapi, 'provider-sign-in', providerSignIn).begin(ctx, providerOf(ctx), goTo), {}, 201);
    },

    /** POST auth/providers/:provider/returns `{ query }` → VisitOutcome, with the session's cookie where it is a sign-in; the codes `provider_*`, `address_unverified`, `registration_closed`, `identity_taken`, `access_refused`. */
    async comeBack(ctx) {
      const { query } = validate(contract.visitReturn, bodyOf(ctx));
      answer(ctx, await getService(strapi, 'provider-sign-in', providerSignIn).finish(ctx, providerOf(ctx), query));
    },

    /** GET auth/address-proof → AddressProof of this browser; 400 `provider_expired` where nothing waits. */
    async showProof(ctx) {
      answer(ctx, await proofs().show(ctx));
    },

    /** POST auth/address-proof/mails → 202; a code is on its way. 429 after a few. */
    async mailCode(ctx) {
      await proofs().mail(ctx);
      answer(ctx, { next: 'read_mail' }, {}, 202);
    },

    /** POST auth/address-proof `{ mailedCode }` or `{ accountPassword }` → VisitOutcome and the session's cookie; 400 `code_invalid`, 401 `wrong_credentials`. */
    async prove(ctx) {
      answer(ctx, await proofs().give(ctx, validate(contract.addressProof, bodyOf(ctx))));
    },
  };
};
