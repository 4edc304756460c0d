import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { inTransaction } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import type { Actor } from '../rows';
import { ticketChanges } from './ticket-changes';

const portal: Actor = { kind: 'system', id: null, name: 'Portal' };
const dueSql = `select id from portal_tickets where turn in ('agent', 'requester') and snoozed_until <= ? order by snoozed_until limit 100`;

/** Brings snoozed tickets back when their time has come. */
export const snoozes = ({ strapi }: { strapi: Strapi }) => ({
  /** Harmless on several nodes: each ticket is looked at again under its lock. */
  async wakeDue(): Promise<void> {
    const changes = getService(strapi, 'ticket-changes', ticketChanges);
    for (const { id } of await readRows<{ id: number }>(strapi, dueSql, [now()])) {
      await inTransaction(strapi, async (afterCommit) => {
        const ticket = await changes.lock(id);
        if (!ticket.snoozedUntil || new Date(ticket.snoozedUntil) > now()) return;
        await changes.apply(ticket, { snoozeUntil: null }, portal, afterCommit);
      });
    }
  },
});
