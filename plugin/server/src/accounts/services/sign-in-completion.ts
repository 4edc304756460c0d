import type { Context } from 'koa';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { customers } from './customers';
import { sessions } from './sessions';

/** How a sign-in ended: on the portal. */
export interface SignInOutcome {
  next: 'portal';
  name: string;
}

/** The one end of every way to sign in with a browser. */
export const signInCompletion = ({ strapi }: { strapi: Strapi }) => ({
  /**
   * Finishes a sign-in whose first step is proven: begins the session and sets its cookie. Refuses with 401
   * `wrong_credentials` who is blocked, gone or without access to the portal.
   */
  async complete(ctx: Context, customer: { id: number }, _first: { how: 'password' | 'provider' }): Promise<SignInOutcome> {
    const viewer = await getService(strapi, 'customers', customers).viewer(customer.id);
    if (!viewer) throw new Refusal('wrong_credentials', 'Email address and password do not match an account. If you have just registered, follow the link in our mail first.');
    await getService(strapi, 'sessions', sessions).begin(ctx, viewer.customerId);
    return { next: 'portal', name: viewer.name };
  },
});
