import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { personOf } from '../archive/person';
import { erasedName } from './step';
import type { Leaving } from './step';

const namesSql = `select distinct author_name as name from portal_comments where author_kind = 'customer' and author_id = ?
  union select distinct e.actor_name as name from portal_ticket_events e join portal_tickets t on t.id = e.ticket_id where e.type = 'ticket.opened' and e.actor_kind = 'customer' and t.requester_id = ?`;

/** Who is to be erased, by all names that he wrote under; null once his account is gone. */
export const leavingOf = async (strapi: Strapi, customerId: number): Promise<Leaving | null> => {
  const person = await personOf(strapi, customerId);
  if (!person) return null;
  const written = await readRows<{ name: string }>(strapi, namesSql, [customerId, customerId]);
  const names = new Set([person.name, ...written.map(({ name }) => name)]);
  names.delete(erasedName);
  names.delete('');
  return { ...person, email: person.email.toLowerCase(), names: [...names] };
};
