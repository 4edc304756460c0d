import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import { putRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import type { TicketMuteRow } from '../rows';
import { alone } from '../membership';
import { ticketList } from './ticket-list';

/** Which tickets customers want not to hear of. Both may be said twice. */
export const ticketMutes = ({ strapi }: { strapi: Strapi }) => {
  const readable = async (customerId: number, reference: string): Promise<number> => {
    const ticket = await getService(strapi, 'ticket-list', ticketList).find(alone(customerId), reference);
    if (!ticket) throw notFound();
    return ticket.id;
  };

  return {
    /** No notification and no mail about this ticket any more; 404 for one that he may not read. */
    mute: async (customerId: number, reference: string): Promise<void> => putRow<TicketMuteRow>(strapi, 'ticket-mute', { ticketId: await readable(customerId, reference), customerId }, {}),

    /** From now on again; 404 as above. */
    async unmute(customerId: number, reference: string): Promise<void> {
      await rows<TicketMuteRow>(strapi, 'ticket-mute').deleteMany({ where: { ticketId: await readable(customerId, reference), customerId } });
    },

    /** Who muted which of some tickets, as `ticket:customer`; in one statement. */
    async among(ticketIds: number[]): Promise<Set<string>> {
      if (ticketIds.length === 0) return new Set();
      const found = await readRows<TicketMuteRow>(strapi, `select ticket_id as "ticketId", customer_id as "customerId" from portal_ticket_mutes where ticket_id in (${ticketIds.map(() => '?').join(', ')})`, ticketIds);
      return new Set(found.map(({ ticketId, customerId }) => `${ticketId}:${customerId}`));
    },
  };
};
