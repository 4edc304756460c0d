import { after, days, hours, now } from '../../platform/clock';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import { insertRow } from '../../platform/write-rows';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { customers } from './customers';

interface FailureRow extends Row {
  customerId: number;
  place: string;
}

/** Wrong answers that one place takes in an hour, and in a day. Three of a million codes are right at any moment. */
const limits = [
  { most: 10, within: hours(1) },
  { most: 30, within: days(1) },
];
const knownSql = `
  select 1 as known where exists (select 1 from portal_sessions where customer_id = ? and address = ? and expires_at > ?)
    or exists (select 1 from portal_trusted_browsers where customer_id = ? and address = ? and expires_at > ?)`;

/**
 * How often codes can be guessed. Guesses from where the customer himself is signed in, or was when he trusted a
 * browser, are counted for that place; all others together. So whoever has the password and guesses from anywhere
 * uses up `elsewhere`, and shuts nobody out where he already is.
 */
export const codeAttempts = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<FailureRow>(strapi, 'failed-code');

  const refuseFrom = (oldest: Date | string, within: number): never => {
    const seconds = Math.max(1, Math.ceil((after(new Date(oldest), within).getTime() - now().getTime()) / 1000));
    throw new Refusal('too_many_requests', 'There were too many wrong codes. Wait, or use a recovery code or a passkey.', [], seconds);
  };

  const refuseTooMany = async (customerId: number, place: string): Promise<void> => {
    for (const { most, within } of limits) {
      const found = await table.findMany({ where: { customerId, place, createdAt: { $gt: after(now(), -within) } }, select: ['id', 'createdAt'], orderBy: { id: 'desc' }, limit: most });
      const oldest = found.at(-1);
      if (oldest && found.length >= most) refuseFrom(oldest.createdAt, within);
    }
  };

  return {
    /** The place of an address: itself where it is known to be the customer's. */
    async placeOf(customerId: number, address: string): Promise<string> {
      const moment = now();
      const known = await readRows(strapi, knownSql, [customerId, address, moment, customerId, address, moment]);
      return known.length > 0 ? `address ${address}` : 'elsewhere';
    },

    /**
     * Runs a check that may fail so many times, and answers what it did. 429 `too_many_requests` with the seconds to
     * wait beyond that. A try is counted before it is checked, and forgotten when it was right: tries at once count.
     */
    async bounded(customerId: number, place: string, check: () => Promise<boolean>): Promise<boolean> {
      const id = await inTransaction(strapi, async () => {
        await getService(strapi, 'customers', customers).hold(customerId);
        await refuseTooMany(customerId, place);
        return insertRow<FailureRow>(strapi, 'failed-code', { customerId, place });
      });
      const isRight = await check();
      if (isRight) await table.deleteMany({ where: { id } });
      return isRight;
    },

    forgetOld: () => table.deleteMany({ where: { createdAt: { $lt: after(now(), -days(1)) } } }),
  };
};
