import { rows } from '../platform/rows';
import type { Strapi } from '../platform/domain';
import type { TicketRow } from '../tickets/rows';
import type { ReceivedMailRow } from './rows';

/** The references of the tickets that some mails belong to, by id, in one statement. */
export const requestNames = async (strapi: Strapi, mails: ReceivedMailRow[]): Promise<ReadonlyMap<number, string>> => {
  const ids = [...new Set(mails.flatMap(({ ticketId }) => ticketId ?? []))];
  if (ids.length === 0) return new Map();
  const found = await rows<TicketRow>(strapi, 'ticket').findMany({ where: { id: { $in: ids } }, select: ['id', 'reference'] });
  return new Map(found.map(({ id, reference }) => [id, reference]));
};
