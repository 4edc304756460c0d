import { getService } from '../platform/get-service';
import { events } from '../platform/services/events';
import type { Strapi } from '../platform/domain';

/** Somebody may belong to another segment now. */
export const membershipChanged = 'membership.changed';

/** Tells that this customer, or with null any of them, may belong to another segment now; in the transaction of the change. */
export const tellOfMembership = (strapi: Strapi, customerId: number | null, afterCommit: (run: () => void) => void): Promise<void> =>
  getService(strapi, 'events', events).record({ type: membershipChanged, subject: customerId === null ? 'customers' : `customer:${customerId}`, payload: { customerId } }, afterCommit);
