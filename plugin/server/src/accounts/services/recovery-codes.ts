import { after, minutes, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { sealing } from '../../platform/services/sealing';
import { writeStatement } from '../../platform/statements';
import { hashToken } from '../../platform/tokens';
import { insertRow } from '../../platform/write-rows';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { inGroups, newRecoveryCode } from '../recovery-words';

interface CodeRow extends Row {
  customerId: number;
  codeHash: string;
  sealed: string | null;
  shownUntil: Date | null;
  usedAt: Date | null;
}

const count = 10;
const shownFor = minutes(10);

/** Ten codes for whoever lost his phone: hashed, each used once, shown until their owner says that he has them. */
export const recoveryCodes = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<CodeRow>(strapi, 'recovery-code');
  const box = () => getService(strapi, 'sealing', sealing);
  const ownerOf = (customerId: number): string => `recovery:${customerId}`;
  const hide = { sealed: null, shownUntil: null };

  return {
    /** Makes ten new ones; those from before open nothing any more. */
    make: (customerId: number): Promise<void> =>
      inTransaction(strapi, async () => {
        await table.deleteMany({ where: { customerId } });
        const shownUntil = after(now(), shownFor);
        for (const code of Array.from({ length: count }, newRecoveryCode)) {
          await insertRow<CodeRow>(strapi, 'recovery-code', { customerId, codeHash: hashToken(code), sealed: box().seal(code, ownerOf(customerId)), shownUntil });
        }
      }),

    /** New codes that may still be shown, in groups; empty once they were received or ten minutes are over. */
    async shown(customerId: number): Promise<string[]> {
      const found = await table.findMany({ where: { customerId, shownUntil: { $gt: now() } }, orderBy: { id: 'asc' } });
      return found.flatMap(({ sealed }) => (sealed ? [inGroups(box().open(sealed, ownerOf(customerId)))] : []));
    },

    /** Their owner has them: they are never shown again. */
    receive: (customerId: number) => table.updateMany({ where: { customerId }, data: hide }),

    /** True for a code that was not used; it is then. One statement, so that it opens one door only. */
    async use(customerId: number, code: string): Promise<boolean> {
      const sql = 'update portal_recovery_codes set used_at = ?, sealed = null where customer_id = ? and code_hash = ? and used_at is null returning id';
      return (await writeStatement(strapi, sql, [now(), customerId, hashToken(code)])).length > 0;
    },

    /** How many are left. */
    left: (customerId: number): Promise<number> => table.count({ where: { customerId, usedAt: { $null: true } } }),
    removeAll: (customerId: number) => table.deleteMany({ where: { customerId } }),
    /** Takes the readable form of those that nobody received. */
    hideOld: () => table.updateMany({ where: { shownUntil: { $lt: now() } }, data: hide }),
  };
};
