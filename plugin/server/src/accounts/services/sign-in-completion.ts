import type { Context } from 'koa';
import type { FirstStep, SignInOutcome } from '../../../../contracts/two-factor';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import type { Viewer } from '../viewer';
import { customers } from './customers';
import { secondFactors } from './second-factors';
import { sessions } from './sessions';
import { signInChallenges } from './sign-in-challenges';
import { trustedBrowsers } from './trusted-browsers';

/** The one end of every way to sign in: nobody else begins a session. */
export const signInCompletion = ({ strapi }: { strapi: Strapi }) => {
  const challenges = () => getService(strapi, 'sign-in-challenges', signInChallenges);

  /** `verified`: all that can be asked of him was asked just now, so that he need not prove himself again for a while. */
  const begin = async (ctx: Context, { customerId, name, mustEnrol }: Viewer, verified: boolean): Promise<SignInOutcome> => {
    await getService(strapi, 'sessions', sessions).begin(ctx, customerId, { verified });
    return { next: mustEnrol ? 'enrolment' : 'portal', name };
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
      const viewer = await getService(strapi, 'customers', customers).viewer(customer.id);
      if (!viewer) throw new Refusal('wrong_credentials', 'Email address and password do not match an account. If you have just registered, follow the link in our mail first.');
      if (how === 'passkey' || !viewer.hasFactor) return begin(ctx, viewer, true);
      if (await getService(strapi, 'trusted-browsers', trustedBrowsers).isTrusted(ctx, viewer.customerId)) return begin(ctx, viewer, false);
      await challenges().begin(ctx, viewer.customerId, how);
      return { next: 'second_factor', methods: await getService(strapi, 'second-factors', secondFactors).of(viewer.customerId) };
    },
  };
};
