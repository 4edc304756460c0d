import type { AccountAction } from '../../../../contracts/settings';
import { auditLog, byCustomer, type Occurrence } from '../../audit/services/audit-log';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';

/** Whose account it is; by its address in the log, and by no name, which an erasure would have to look for. */
interface Owner {
  customerId: number;
  email: string;
}

const asOccurrence = ({ customerId, email }: Owner, action: AccountAction, facts: Record<string, string>): Occurrence => ({ kind: 'sign_in', what: `customer ${email}`, action, customerId, facts });

/** What happened to accounts, for the audit log: who signed in or was refused, and how accounts are guarded. Never a password, code or key. */
export const accountLog = ({ strapi }: { strapi: Strapi }) => ({
  /** One line, in the caller's transaction if there is one. `details`: plain words, such as `{ by: 'password', address }`. */
  note: (owner: Owner, action: AccountAction, details: Record<string, string> = {}): Promise<void> =>
    getService(strapi, 'audit-log', auditLog).happened(byCustomer, asOccurrence(owner, action, details)),

  /** The same for what nobody may wait for; `owner` is asked then, and nothing is noted where there is none. */
  noteSoon(owner: () => Promise<Owner | null>, action: AccountAction, details: Record<string, string> = {}): void {
    getService(strapi, 'audit-log', auditLog).noteSoon(byCustomer, async () => {
      const found = await owner();
      return found && asOccurrence(found, action, details);
    });
  },
});
