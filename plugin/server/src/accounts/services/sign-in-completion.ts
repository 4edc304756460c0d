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

const wrong = () => new Refusal('wrong_credentials', 'Email address and password do not match an account. If you have just registered, follow the link in our mail first.');

/** The one end of every way to sign in. */
export const signInCompletion = ({ strapi }: { strapi: Strapi }) => ({
  /**
   * Finishes a sign-in whose first step is proven: begins the session and sets its cookie. Refuses with 401
   * `wrong_credentials` who is blocked, gone or without access to the portal.
   */
  async complete(ctx: Context, customer: { id: number }, _first: { how: 'password' | 'provider' }): Promise<SignInOutcome> {
    const viewer = await getService(strapi, 'customers', customers).viewer(customer.id);
    if (!viewer) throw wrong();
    await getService(strapi, 'sessions', sessions).begin(ctx, viewer.customerId);
    return { next: 'portal', name: viewer.name };
  },

  /**
   * Whether a proven password is enough for tokens: resolves, or refuses as `complete` does. Whoever is asked for
   * more than a password must not get tokens for it: his app gets them from `POST me/app-tokens`.
   */
  async admitApp(customer: { id: number }): Promise<void> {
    if (!(await getService(strapi, 'customers', customers).viewer(customer.id))) throw wrong();
  },
});
