import type { Context } from 'koa';
import { passwordChange as passwordInput } from '../../../../contracts/accounts';
import * as contract from '../../../../contracts/two-factor';
import { needRecentProof } from '../../accounts/recent-proof';
import { accountLog } from '../../accounts/services/account-log';
import { passkeys } from '../../accounts/services/passkeys';
import { passwordChange } from '../../accounts/services/password-change';
import { securityOverview } from '../../accounts/services/security-overview';
import { sessions } from '../../accounts/services/sessions';
import { trustedBrowsers } from '../../accounts/services/trusted-browsers';
import { verification } from '../../accounts/services/verification';
import { viewerOf } from '../../accounts/strategies';
import { answer } from '../../platform/answer';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { bodyOf, idIn } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';

/** How the own account is guarded: sessions, trusted browsers, password, and the proof that it is still he: `me/…`. */
export const security: ControllerFactory = ({ strapi }) => {
  const proof = () => getService(strapi, 'verification', verification);
  const noteEnd = (ctx: Context, which: 'one' | 'others'): Promise<void> => getService(strapi, 'account-log', accountLog).note(viewerOf(ctx), 'session_ended', { which });
  return {
    /** GET me/security → Security of the own account. */
    async show(ctx) {
      answer(ctx, await getService(strapi, 'security-overview', securityOverview).of(ctx, viewerOf(ctx)));
    },

    /** DELETE me/sessions/:id → 200; ends one of the own sessions, which its open pages hear within a second. 404 for any other. */
    async endSession(ctx) {
      if (!(await getService(strapi, 'sessions', sessions).endOne(viewerOf(ctx).customerId, idIn(ctx)))) throw notFound();
      await noteEnd(ctx, 'one');
      answer(ctx, { ended: 1 });
    },

    /** DELETE me/sessions → 200 with how many ended: all of the own ones but this. */
    async endOtherSessions(ctx) {
      const { customerId, sessionId } = viewerOf(ctx);
      const { count } = await getService(strapi, 'sessions', sessions).endOthers(customerId, sessionId);
      if (count > 0) await noteEnd(ctx, 'others');
      answer(ctx, { ended: count });
    },

    /** DELETE me/trusted-browsers/:id → 200; the second factor is asked for there again. 404 for what is none of his. */
    async forgetBrowser(ctx) {
      if (!(await getService(strapi, 'trusted-browsers', trustedBrowsers).forget(viewerOf(ctx).customerId, idIn(ctx)))) throw notFound();
      answer(ctx, { forgotten: 1 });
    },

    /** POST me/password `{ currentPassword, password }` → 200; every other session ends. 403 `verification_needed` for who has a second factor and did not prove it lately. */
    async changePassword(ctx) {
      await getService(strapi, 'password-change', passwordChange).change(viewerOf(ctx), validate(passwordInput, bodyOf(ctx)));
      answer(ctx, { changed: true });
    },

    /** GET me/verification → VerificationState. */
    async verification(ctx) {
      answer(ctx, await proof().stateOf(viewerOf(ctx)));
    },

    /** POST me/verification/mails → 202; a code is on its way to whoever has neither password nor factor. 400 for others, 429 after some. */
    async mailProof(ctx) {
      await proof().mail(viewerOf(ctx));
      answer(ctx, { next: 'read_mail' }, {}, 202);
    },

    /** POST me/verification `{ password | mailedCode | code | recoveryCode | passkey }` → VerificationState; 400 `wrong_code`, 429 `too_many_requests`. */
    async verify(ctx) {
      answer(ctx, await proof().prove(ctx, viewerOf(ctx), validate(contract.verification, bodyOf(ctx))));
    },

    /** POST me/verification/passkey-options → what `navigator.credentials.get` takes, for the own passkeys. */
    async askPasskey(ctx) {
      answer(ctx, await getService(strapi, 'passkeys', passkeys).ask(ctx, 'verification', viewerOf(ctx).customerId));
    },

    /** POST me/passkeys/options → what `navigator.credentials.create` takes; 403 `verification_needed`. */
    async askNewPasskey(ctx) {
      const viewer = viewerOf(ctx);
      needRecentProof(viewer);
      answer(ctx, await getService(strapi, 'passkeys', passkeys).askToAdd(ctx, viewer));
    },
  };
};
