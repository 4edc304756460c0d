import type { Login } from '../../../../contracts/accounts';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { customers } from './customers';
import type { CustomerRow } from './customers';
import { passwords } from './passwords';

/** Whether somebody is who he says. */
export const signIn = ({ strapi }: { strapi: Strapi }) => ({
  /** The customer of an address and its password; `wrong_credentials` for every reason to refuse, after the same time. */
  async check({ email, password }: Login): Promise<CustomerRow> {
    const user = await getService(strapi, 'customers', customers).userByEmail(email);
    const matches = await getService(strapi, 'passwords', passwords).matches(password, user?.password);
    const customer = user && matches && !user.blocked ? await getService(strapi, 'customers', customers).byUser(user.id) : null;
    if (!customer?.portalAccess) throw new Refusal('wrong_credentials', 'Email address and password do not match an account. If you have just registered, follow the link in our mail first.');
    return customer;
  },
});
