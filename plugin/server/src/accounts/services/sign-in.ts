import type { Login } from '../../../../contracts/accounts';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { customers } from './customers';
import type { CustomerRow } from './customers';
import { passwords } from './passwords';
import { signInGuard } from './sign-in-guard';
import type { Attempt } from './sign-in-guard';

/** Whether somebody is who he says. */
export const signIn = ({ strapi }: { strapi: Strapi }) => ({
  /**
   * The customer of an address and its password; `wrong_credentials` for every reason to refuse, after the same time.
   * 429 `too_many_requests` after many attempts, before the password is looked at. `from`: where the attempt comes from.
   */
  async check({ email, password }: Login, from: Omit<Attempt, 'email'> = { address: null, browser: null }): Promise<CustomerRow> {
    const guard = getService(strapi, 'sign-in-guard', signInGuard);
    const attempt = { email, ...from };
    await guard.enter(attempt);
    const user = await getService(strapi, 'customers', customers).userByEmail(email);
    const matches = await getService(strapi, 'passwords', passwords).matches(password, user?.password);
    const customer = user && matches && !user.blocked ? await getService(strapi, 'customers', customers).byUser(user.id) : null;
    if (!customer?.portalAccess) {
      await guard.failed(attempt);
      throw new Refusal('wrong_credentials', 'Email address and password do not match an account. If you have just registered, follow the link in our mail first.');
    }
    await guard.passed(attempt);
    return customer;
  },
});
