import type { Login } from '../../../../contracts/accounts';
import { auditLog, byCustomer } from '../../audit/services/audit-log';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { customers } from './customers';
import type { CustomerRow, UserRow } from './customers';
import { passwords } from './passwords';

/** From where somebody signs in. */
export interface From {
  address: string;
  device: string;
}

/**
 * Beside the answer, so that an account with a wrong password takes no longer than none. Of an address without an
 * account nothing is kept: it can be anybody's, or a password that was typed into the wrong field.
 */
const note = (strapi: Strapi, user: UserRow | null, isIn: boolean, from: From): void => {
  if (!user) return;
  getService(strapi, 'audit-log', auditLog).noteSoon(byCustomer, async () => {
    const owner = await getService(strapi, 'customers', customers).byUser(user.id);
    return owner && { kind: 'sign_in', what: `customer ${user.email}`, action: isIn ? 'signed_in' : 'sign_in_failed', customerId: owner.id, facts: { ...from } };
  });
};

/** Whether somebody is who he says. */
export const signIn = ({ strapi }: { strapi: Strapi }) => ({
  /** The customer of an address and its password; `wrong_credentials` for every reason to refuse, after the same time. */
  async check({ email, password }: Login, from: From = { address: '', device: '' }): Promise<CustomerRow> {
    const user = await getService(strapi, 'customers', customers).userByEmail(email);
    const matches = await getService(strapi, 'passwords', passwords).matches(password, user?.password);
    const customer = user && matches && !user.blocked ? await getService(strapi, 'customers', customers).byUser(user.id) : null;
    note(strapi, user, customer?.portalAccess === true, from);
    if (!customer?.portalAccess) throw new Refusal('wrong_credentials', 'Email address and password do not match an account. If you have just registered, follow the link in our mail first.');
    return customer;
  },
});
