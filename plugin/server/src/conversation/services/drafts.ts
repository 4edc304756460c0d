import type { DraftValues } from '../../../../contracts/conversation';
import { after, days, now } from '../../platform/clock';
import { rows } from '../../platform/rows';
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

  return {
    /** Writes a draft. A signed-in customer takes it over; one of another customer is replaced, never shown. */
    async write(jar: string, purpose: string, values: DraftValues, customerId: number | null): Promise<DraftRow> {
      const found = await find(jar, purpose);
      const data = { jarHash: hashToken(jar), purpose, values, customerId: customerId ?? found?.customerId ?? null };
      if (!found) return table.create({ data });
      return (await table.update({ where: { id: found.id }, data })) ?? found;
    },

    /** This browser's draft if it is the customer's or still nobody's; then it becomes his. */
    async read(jar: string, purpose: string, customerId: number): Promise<DraftRow | null> {
      const found = await find(jar, purpose);
      if (!found || (found.customerId !== null && found.customerId !== customerId)) return null;
      if (found.customerId === null) await table.update({ where: { id: found.id }, data: { customerId }, select: ['id'] });
      return found;
    },

    remove: (jar: string, purpose: string) => table.deleteMany({ where: { jarHash: hashToken(jar), purpose } }),
    forgetOld: () => table.deleteMany({ where: { updatedAt: { $lt: after(now(), -lifetime) } } }),
  };
};
