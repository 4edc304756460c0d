import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import type { DeliveredEvent } from '../../platform/tell-subscribers';
import { deskList } from '../../tickets/services/desk-list';
import { participants } from '../../tickets/services/participants';
import { customerRoom } from '../rooms';
import { happenedIn, isPublic, newsOf } from '../told';
import { liveSockets } from './live-sockets';

/** Tells open pages what happened: agents of everything, customers of what they can see on tickets that they may read. */
export const liveNews = ({ strapi }: { strapi: Strapi }) => {
  const sockets = () => getService(strapi, 'live-sockets', liveSockets);

  /** The rooms of those who may read tickets, asked for anew each time: who was taken out a moment ago hears nothing. */
  const readersOf = async (tickets: Map<number, number>): Promise<Map<number, string[]>> => {
    const added = await getService(strapi, 'participants', participants).contacts([...tickets.keys()]);
    return new Map([...tickets].map(([id, requesterId]) => [id, [requesterId, ...added.filter(({ ticketId }) => ticketId === id).map((each) => each.id)].map(customerRoom)]));
  };

  return {
    /** Handles every event of tickets, many at once, after they were committed. Told twice of one event, pages know it by its `id`. */
    async tell(events: DeliveredEvent[]): Promise<void> {
      const seen = events.filter(isPublic);
      const readers = await readersOf(new Map(seen.map((event) => [happenedIn(event).ticketId, happenedIn(event).requesterId])));
      for (const event of seen) sockets().customers()?.to(readers.get(happenedIn(event).ticketId) ?? []).emit('news', newsOf(event));
      for (const event of events) sockets().agents()?.emit('news', newsOf(event));
    },

    /** Tells whoever may read a ticket that the desk is writing, or no longer; never who. */
    async writing(reference: string, writing: boolean): Promise<void> {
      const ticket = await getService(strapi, 'desk-list', deskList).find(reference);
      if (!ticket) return;
      const readers = await readersOf(new Map([[ticket.id, ticket.requesterId]]));
      sockets().customers()?.to(readers.get(ticket.id) ?? []).emit('writing', { reference, writing });
    },
  };
};
