import type { Context } from 'koa';
import * as contract from '../../../../contracts/two-factor';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { wrongAnswer } from '../services/second-step';
import { passkeys } from '../services/passkeys';
import { secondFactors } from '../services/second-factors';
import { signInChallenges } from '../services/sign-in-challenges';
import { signInCompletion } from '../services/sign-in-completion';
import { answerSignIn } from '../sign-in-answer';

/** The second step of a sign-in, and passkeys at the door. */
export const secondStep: ControllerFactory = ({ strapi }) => {
  const under = (ctx: Context) => getService(strapi, 'sign-in-challenges', signInChallenges).current(ctx);
  const completion = () => getService(strapi, 'sign-in-completion', signInCompletion);
  return {
    /** GET auth/mfa-verification → SignInChallenge of this browser; 401 `sign_in_expired` without one. */
    async show(ctx) {
      const { customerId } = await under(ctx);
      answer(ctx, { methods: await getService(strapi, 'second-factors', secondFactors).of(customerId) } satisfies contract.SignInChallenge);
    },

    /** POST auth/mfa-verification `{ code | recoveryCode | passkey, trust? }` → SignInOutcome and the session cookie; 400 `wrong_code`, 401 `sign_in_expired`, 429 `too_many_requests`. */
    async verify(ctx) {
      answerSignIn(ctx, await completion().verify(ctx, validate(contract.mfaVerification, bodyOf(ctx))));
    },

    /** POST auth/mfa-verification/passkey-options → what `navigator.credentials.get` takes, for the passkeys of the sign-in under way. */
    async askPasskey(ctx) {
      const { customerId } = await under(ctx);
      answer(ctx, await getService(strapi, 'passkeys', passkeys).ask(ctx, 'second-step', customerId));
    },

    /** POST auth/passkey-options → what `navigator.credentials.get` takes, for whoever comes. */
    async askAnyPasskey(ctx) {
      answer(ctx, await getService(strapi, 'passkeys', passkeys).ask(ctx, 'sign-in', null));
    },

    /** POST auth/passkey-login `{ passkey }` → SignInOutcome and the session cookie; 400 `wrong_code`. */
    async passkeyLogin(ctx) {
      const { passkey } = validate(contract.passkeyLogin, bodyOf(ctx));
      const id = await getService(strapi, 'passkeys', passkeys).check(ctx, 'sign-in', null, passkey);
      if (id === null) throw wrongAnswer('passkey');
      answerSignIn(ctx, await completion().complete(ctx, { id }, { how: 'passkey' }));
    },
  };
};
