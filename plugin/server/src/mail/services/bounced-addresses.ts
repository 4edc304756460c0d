import { after, days, now } from '../../platform/clock';
import { inTransaction, rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import { putRow } from '../../platform/write-rows';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';

export type BounceKind = 'hard' | 'soft';
interface BouncedRow extends Row {
  address: string;
  kind: BounceKind;
  detail: string | null;
  at: Date;
}
/** What is known of an address that mails did not reach; `at` in ISO 8601. */
export interface Bounce {
  kind: BounceKind;
  detail: string;
  at: string;
}

const longest = 500;
/** A full mailbox is emptied at some time. */
const softCounts = days(14);
const foundSql = 'select kind, detail, at from portal_bounced_addresses where address = ?';

/** Addresses that mails do not reach. A hard one is not written to any more, until its owner proves it again. */
export const bouncedAddresses = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<BouncedRow>(strapi, 'bounced-address');
  const keyOf = (address: string): string => address.trim().toLowerCase();

  return {
    /** Notes that a mail did not reach an address; a soft bounce says nothing new of one that bounced hard. */
    markBounced: (address: string, kind: BounceKind, detail: string): Promise<void> =>
      inTransaction(strapi, async () => {
        const known = await table.findOne({ where: { address: keyOf(address) } });
        if (known?.kind === 'hard' && kind === 'soft') return;
        await putRow<BouncedRow>(strapi, 'bounced-address', { address: keyOf(address) }, { kind, detail: detail.slice(0, longest), at: now() });
      }),

    /** What is known of an address; null where mails arrive, as far as anybody said. One statement. */
    async of(address: string): Promise<Bounce | null> {
      const [found] = await readRows<{ kind: BounceKind; detail: string | null; at: string | number | Date }>(strapi, foundSql, [keyOf(address)]);
      if (!found || (found.kind === 'soft' && new Date(found.at) < after(now(), -softCounts))) return null;
      return { kind: found.kind, detail: found.detail ?? '', at: new Date(found.at).toISOString() };
    },

    /** The owner followed a link that was mailed to it: mails arrive. */
    clear: (address: string) => table.deleteMany({ where: { address: keyOf(address) } }),
  };
};
