import type { TicketState } from '../../../../contracts/tickets';
import { now } from '../../platform/clock';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { refuseMerged } from '../merged';
import { canReopen } from '../state';
import type { Actor } from '../rows';
import { ticketChanges } from './ticket-changes';
import { ticketList } from './ticket-list';

/** Closing and reopening by the customer. Both may be sent twice: the second changes nothing. */
export const ticketClosure = ({ strapi }: { strapi: Strapi }) => {
  const changes = () => getService(strapi, 'ticket-changes', ticketChanges);
  const own = async (requester: Actor, reference: string): Promise<number> => {
    const ticket = await getService(strapi, 'ticket-list', ticketList).own(requester.id ?? 0, reference);
    if (!ticket) throw notFound();
    return ticket.id;
  };

  return {
    async close(requester: Actor, reference: string): Promise<void> {
      const id = await own(requester, reference);
      await inTransaction(strapi, async (afterCommit) => changes().apply(await changes().lock(id), { state: 'closed' }, requester, afterCommit));
    },

    /** Answers the state it has then; 409 `reopen_window_passed` once the window is over, and a new ticket is the way. */
    async reopen(requester: Actor, reference: string, windowDays: number): Promise<TicketState> {
      const id = await own(requester, reference);
      return inTransaction(strapi, async (afterCommit) => {
        const ticket = await changes().lock(id);
        if (ticket.state !== 'closed') return ticket.state;
        refuseMerged(ticket);
        if (!canReopen({ state: ticket.state, closedAt: ticket.closedAt ? new Date(ticket.closedAt) : null }, now(), windowDays)) {
          throw new Refusal('reopen_window_passed', `A closed request can be reopened for ${windowDays} days. Send a new one and mention this reference.`);
        }
        await changes().apply(ticket, { state: 'open' }, requester, afterCommit);
        return 'open';
      });
    },
  };
};
