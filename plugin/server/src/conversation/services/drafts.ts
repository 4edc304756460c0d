import type { DraftValues } from '../../../../contracts/conversation';
import { after, days, now } from '../../platform/clock';
import { isDuplicate, rows } from '../../platform/rows';
import { hashToken } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import type { DraftRow } from '../rows';

const lifetime = days(30);

/**
 * Half-written forms by browser (`jar`, a random cookie) and purpose. Anyone with the jar may write, so that
 * words typed after a session ended are kept; only the customer they belong to may read them back.
 */
export const drafts = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<DraftRow>(strapi, 'draft');
  const find = (jar: string, purpose: string) => table.findOne({ where: { jarHash: hashToken(jar), purpose } });

  const change = async (jar: string, purpose: string, data: Partial<DraftRow>): Promise<DraftRow | null> => {
    await table.updateMany({ where: { jarHash: hashToken(jar), purpose }, data: { ...data, updatedAt: now().toISOString() } });
    return find(jar, purpose);
  };

  return {
    /** Writes a draft. A signed-in customer takes it over; one of another customer is replaced, never shown. */
    async write(jar: string, purpose: string, values: DraftValues, customerId: number | null): Promise<DraftRow> {
      const kept = { values, ...(customerId === null ? {} : { customerId }) };
      const there = await change(jar, purpose, kept);
      if (there) return there;
      try {
        return await table.create({ data: { jarHash: hashToken(jar), purpose, customerId, values } });
      } catch (error) {
        // Two tabs can save a first draft at once; the later one then changes what the other has added.
        const added = isDuplicate(error) ? await change(jar, purpose, kept) : null;
        if (!added) throw error;
        return added;
      }
    },

    /** This browser's draft if it is the customer's or still nobody's; then it becomes his. */
    async read(jar: string, purpose: string, customerId: number): Promise<DraftRow | null> {
      const found = await find(jar, purpose);
      if (!found || (found.customerId !== null && found.customerId !== customerId)) return null;
      if (found.customerId === null) await table.updateMany({ where: { id: found.id, customerId: { $null: true } }, data: { customerId } });
      return found;
    },

    remove: (jar: string, purpose: string) => table.deleteMany({ where: { jarHash: hashToken(jar), purpose } }),
    forgetOld: () => table.deleteMany({ where: { updatedAt: { $lt: after(now(), -lifetime) } } }),
  };
};
