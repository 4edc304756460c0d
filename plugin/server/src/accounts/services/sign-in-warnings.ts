import { auditLog, portalItself } from '../../audit/services/audit-log';
import { getService } from '../../platform/get-service';
import { portalAddress } from '../../platform/public-address';
import { inTransaction } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { manyAttemptsLetter } from '../mails';
import { postAccountLetter } from '../post-letter';
import { customers } from './customers';
import { membership } from './membership';

/** Tells owners of accounts that somebody else may be trying their passwords. */
export const signInWarnings = ({ strapi }: { strapi: Strapi }) => ({
  /** Mails the owner and notes it in the audit log; nothing where there is no account. */
  async warn(email: string): Promise<void> {
    const people = getService(strapi, 'customers', customers);
    const user = await people.userByEmail(email);
    const owner = user && !user.blocked ? await people.byUser(user.id) : null;
    if (!owner?.portalAccess) return;
    const { brand } = getService(strapi, 'membership', membership).letterheadOf();
    await inTransaction(strapi, async () => {
      await postAccountLetter(strapi, email, manyAttemptsLetter(owner.language, brand, owner.name, portalAddress(strapi, '/forgot-password')));
      await getService(strapi, 'audit-log', auditLog).happened(portalItself, { kind: 'sign_in', what: `customer ${email}`, action: 'slowed', customerId: owner.id });
    });
  },
});
