import { after, hours, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { sealing } from '../../platform/services/sealing';
import { writeStatement } from '../../platform/statements';
import { putRow, updateRow } from '../../platform/write-rows';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { newAppKey, stepOf } from '../totp';

interface AppRow extends Row {
  customerId: number;
  sealedKey: string | null;
  confirmedAt: Date | null;
  lastStep: number | null;
  pendingKey: string | null;
  pendingSince: Date | null;
}

const pendingFor = hours(1);

/** Apps that show codes. The key is sealed at rest and told only while it is being set up. */
export const authenticators = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<AppRow>(strapi, 'authenticator');
  const box = () => getService(strapi, 'sealing', sealing);
  const ownerOf = (customerId: number): string => `app:${customerId}`;

  /** Marks the code's step as taken, in one statement: of two who bring the same code at once, one wins. */
  const take = async (id: number, step: number): Promise<boolean> => {
    const sql = 'update portal_authenticators set last_step = ? where id = ? and (last_step is null or last_step < ?) returning id';
    return (await writeStatement(strapi, sql, [step, id, step])).length > 0;
  };

  return {
    /** Begins to set one up with a new key; the app that is there holds until the new one is confirmed. */
    async begin(customerId: number): Promise<void> {
      const pendingKey = box().seal(newAppKey(), ownerOf(customerId));
      await putRow<AppRow>(strapi, 'authenticator', { customerId }, { pendingKey, pendingSince: now() });
    },

    /** The key that is being set up; null when none is, or it was begun more than an hour ago. */
    async pendingKey(customerId: number): Promise<string | null> {
      const found = await table.findOne({ where: { customerId, pendingSince: { $gt: after(now(), -pendingFor) } } });
      return found?.pendingKey ? box().open(found.pendingKey, ownerOf(customerId)) : null;
    },

    /** Makes the pending key the customer's own with a code of it, which is used up; false for a wrong code. */
    async confirm(customerId: number, code: string): Promise<boolean> {
      const key = await this.pendingKey(customerId);
      const step = key && stepOf(key, code, now());
      if (!key || step === null) return false;
      const data = { sealedKey: box().seal(key, ownerOf(customerId)), confirmedAt: now(), lastStep: step as number, pendingKey: null, pendingSince: null };
      return (await table.updateMany({ where: { customerId, pendingKey: { $notNull: true } }, data })).count > 0;
    },

    /** True for a code of the customer's app that was not used before; it is then. */
    async check(customerId: number, code: string): Promise<boolean> {
      const found = await table.findOne({ where: { customerId, confirmedAt: { $notNull: true } } });
      if (!found?.sealedKey) return false;
      const key = box().open(found.sealedKey, ownerOf(customerId));
      const step = stepOf(key, code, now());
      if (step === null || !(await take(found.id, step))) return false;
      if (box().isOld(found.sealedKey)) await updateRow<AppRow>(strapi, 'authenticator', found.id, { sealedKey: box().seal(key, ownerOf(customerId)) });
      return true;
    },

    /** Since when the customer has one; null where he has none. */
    async since(customerId: number): Promise<Date | null> {
      return (await table.findOne({ where: { customerId, confirmedAt: { $notNull: true } } }))?.confirmedAt ?? null;
    },

    /** Takes it away, with what is being set up; false where there was none. */
    async remove(customerId: number): Promise<boolean> {
      return (await table.deleteMany({ where: { customerId } })).count > 0;
    },

    /** Keys that nobody confirmed are forgotten. */
    forgetPending: () => table.updateMany({ where: { pendingSince: { $lt: after(now(), -pendingFor) } }, data: { pendingKey: null, pendingSince: null } }),
  };
};
