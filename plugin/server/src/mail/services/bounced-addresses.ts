import { now } from '../../platform/clock';
import { putRow } from '../../platform/write-rows';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';

interface BouncedAddressRow extends Row {
  address: string;
  kind: 'hard' | 'soft';
  detail: string;
  at: Date;
}

/** Addresses of which mails came back. */
export const bouncedAddresses = ({ strapi }: { strapi: Strapi }) => ({
  /** Notes that a mail to this address came back; the last time counts. In the caller's transaction if there is one. */
  markBounced: (address: string, kind: 'hard' | 'soft', detail: string): Promise<void> =>
    putRow<BouncedAddressRow>(strapi, 'bounced-address', { address: address.toLowerCase() }, { kind, detail: detail.slice(0, 500), at: now() }),
});
