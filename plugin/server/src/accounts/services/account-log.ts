import type { AccountAction } from '../../../../contracts/settings';
import { auditLog } from '../../audit/services/audit-log';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';

/** Whose account it is. */
interface Owner {
  customerId: number;
  name: string;
  email: string;
}

/** What happened to accounts, for the audit log: who signed in or was refused, and how accounts are guarded. Never a password, code or key. */
export const accountLog = ({ strapi }: { strapi: Strapi }) => ({
  /** One line, in the caller's transaction if there is one. `details`: plain words, such as `{ by: 'password', address }`. */
  note: ({ customerId, name, email }: Owner, action: AccountAction, details: Record<string, string> = {}): Promise<void> =>
    getService(strapi, 'audit-log', auditLog).note({ id: null, name, customerId }, { what: `customer ${email}`, action, after: details }),
});
