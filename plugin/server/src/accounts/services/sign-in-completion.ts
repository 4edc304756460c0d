import type { Context } from 'koa';
import type { FirstStep, MfaVerification, SecondFactor, SignInOutcome } from '../../../../contracts/two-factor';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import type { Viewer } from '../viewer';
import { accountLog } from './account-log';
import { browsers } from './browsers';
import { codeAttempts } from './code-attempts';
import { customers } from './customers';
import { secondFactors } from './second-factors';
import { secondStep } from './second-step';
import { sessions } from './sessions';
import { signInChallenges } from './sign-in-challenges';
import { trustedBrowsers } from './trusted-browsers';

/** By what somebody came in, or tried to. */
interface Way {
  by: FirstStep;
  /** None: the first step was enough. */
  then?: SecondFactor | 'trusted' | 'wrong';
}

/** The one end of every way to sign in: nobody else begins a session. */
export const signInCompletion = ({ strapi }: { strapi: Strapi }) => {
  const challenges = () => getService(strapi, 'sign-in-challenges', signInChallenges);
  const trusted = () => getService(strapi, 'trusted-browsers', trustedBrowsers);
  const note = (ctx: Context, viewer: Viewer, action: 'signed_in' | 'sign_in_refused', way: Way): Promise<void> =>
    getService(strapi, 'account-log', accountLog).note(viewer, action, { ...way, address: ctx.ip.slice(0, 64) });

  /** `verified`: all that can be asked of him was asked just now, so that he need not prove himself again for a while. */
  const begin = async (ctx: Context, viewer: Viewer, way: Way, verified: boolean): Promise<SignInOutcome> => {
    const { customerId, name, email, mustEnrol } = viewer;
    await getService(strapi, 'sessions', sessions).begin(ctx, customerId, { verified });
    // Only now: who knows the password alone gets no tries of his own.
    getService(strapi, 'browsers', browsers).remember(ctx, email);
    await note(ctx, viewer, 'signed_in', way);
    return { next: mustEnrol ? 'enrolment' : 'portal', name };
  };

  const viewerOf = async (customerId: number): Promise<Viewer> => {
    const viewer = await getService(strapi, 'customers', customers).viewer(customerId);
    if (!viewer) throw new Refusal('wrong_credentials', 'Email address and password do not match an account. If you have just registered, follow the link in our mail first.');
    return viewer;
  };

  return {
    /**
     * Finishes a sign-in whose first step is proven: call it only after that, with the customer whom the proof
     * names, and once. Sets the cookie on `ctx` that belongs to the outcome, and answers it:
     *
     * - `{ next: 'portal', name }`: a session began. So it does at once for whoever has no second factor, for a
     *   passkey (which proves both steps), and on a browser that the customer trusts.
     * - `{ next: 'enrolment', name }`: a session began, but his segment wants a second factor and he has none:
     *   until he has, every route but those to set one up answers 403 `second_factor_required`, and every page
     *   leads there.
     * - `{ next: 'second_factor', methods }`: no session. This browser has ten minutes for
     *   `POST auth/mfa-verification` with one of `methods`.
     *
     * A controller answers the outcome as it is (`answerSignIn`), with 202 for the last; a page goes where
     * `pageAfter` of the site's features/sign-in says. Refuses with 401 `wrong_credentials` who is blocked, gone
     * or without access to the portal.
     */
    async complete(ctx: Context, customer: { id: number }, { how }: { how: FirstStep }): Promise<SignInOutcome> {
      const viewer = await viewerOf(customer.id);
      if (how === 'passkey' || !viewer.hasFactor) return begin(ctx, viewer, { by: how }, true);
      if (await trusted().isTrusted(ctx, viewer.customerId)) return begin(ctx, viewer, { by: how, then: 'trusted' }, false);
      await challenges().begin(ctx, viewer.customerId, how);
      return { next: 'second_factor', methods: await getService(strapi, 'second-factors', secondFactors).of(viewer.customerId) };
    },

    /**
     * Whether a proven password is enough for tokens: resolves, or refuses as `complete` does. Whoever is asked for
     * more than a password gets none for it (403 `second_factor_required`): his app gets them from `POST me/app-tokens`.
     */
    async admitApp(customer: { id: number }): Promise<void> {
      const { hasFactor, mustEnrol } = await viewerOf(customer.id);
      if (hasFactor || mustEnrol) throw new Refusal('second_factor_required', 'This account is asked for more than a password. Sign in with a browser and make a token for the app there.');
    },

    /**
     * Takes the second step of the sign-in under way on this browser. 401 `sign_in_expired` without one, 400
     * `wrong_code` at the field, 429 after too many guesses at the account from places that are not the customer's.
     */
    async verify(ctx: Context, { trust, ...answer }: MfaVerification): Promise<SignInOutcome> {
      const challenge = await challenges().current(ctx);
      await challenges().spend(challenge);
      const viewer = await viewerOf(challenge.customerId);
      const place = await getService(strapi, 'code-attempts', codeAttempts).placeOf(viewer.customerId, ctx.ip.slice(0, 64));
      const factor = await getService(strapi, 'second-step', secondStep)
        .prove(ctx, viewer, answer, { purpose: 'second-step', place })
        .catch(async (refusal: unknown) => {
          await note(ctx, viewer, 'sign_in_refused', { by: challenge.how, then: 'wrong' });
          throw refusal;
        });
      await challenges().finish(ctx, challenge);
      if (trust) await trusted().trust(ctx, viewer.customerId);
      return begin(ctx, viewer, { by: challenge.how, then: factor }, true);
    },
  };
};
