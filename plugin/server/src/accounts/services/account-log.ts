import type { AccountAction } from '../../../../contracts/settings';
import { auditLog, byCustomer } from '../../audit/services/audit-log';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';

/** Whose account it is; by its address in the log, and by no name, which an erasure would have to look for. */
interface Owner {
  customerId: number;
  email: string;
}

/** What happened to accounts, for the audit log: who signed in or was refused, and how accounts are guarded. Never a password, code or key. */
export const accountLog = ({ strapi }: { strapi: Strapi }) => ({
  /** One line, in the caller's transaction if there is one. `details`: plain words, such as `{ by: 'password', address }`. */
  note: ({ customerId, email }: Owner, action: AccountAction, details: Record<string, string> = {}): Promise<void> =>
    getService(strapi, 'audit-log', auditLog).happened(byCustomer, { kind: 'sign_in', what: `customer ${email}`, action, customerId, facts: details }),
});
