import type { TicketEvent } from '../../../contracts/tickets';
import { readRows } from '../platform/statements';
import type { Strapi } from '../platform/domain';

const addressesSql = 'select email from portal_participants where ticket_id = ?';
const isAboutPeople = ({ type }: TicketEvent): boolean => type === 'participant.added' || type === 'participant.removed';

/**
 * A timeline in which only those are named by their address who take part now: whoever left, or was removed, did not
 * agree to be on record there. Agents keep reading all of it. One statement more, only where people were added.
 */
export const withoutLeft = async (strapi: Strapi, ticketId: number, events: TicketEvent[]): Promise<TicketEvent[]> => {
  if (!events.some(isAboutPeople)) return events;
  const here = new Set((await readRows<{ email: string }>(strapi, addressesSql, [ticketId])).map(({ email }) => email));
  return events.map((event) => (isAboutPeople(event) && !here.has(event.data.to ?? event.data.from ?? '') ? { ...event, data: {} } : event));
};
