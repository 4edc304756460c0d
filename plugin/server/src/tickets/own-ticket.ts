import { readRows, storedJson } from '../platform/statements';
import type { Binding } from '../platform/statements';
import type { Strapi } from '../platform/domain';
import { detailColumns } from './rows';
import type { TicketRow } from './rows';

/** A ticket for those who may read it. `timeline` is another string as soon as anything visible happened to it. */
export type OwnTicket = Pick<TicketRow, keyof typeof detailColumns> & { timeline: string };

// Both: of two events at once, the one with the higher number may be committed first.
const visibleEvents = (what: string): string => `(select ${what}(e.id) from portal_ticket_events e where e.ticket_id = t.id and e.internal = ?)`;
const columns = `${Object.entries(detailColumns).map(([name, column]) => `t.${column} as "${name}"`).join(', ')},
    ${visibleEvents('max')} as "lastEvent", ${visibleEvents('count')} as "eventCount"`;

/**
 * One ticket as a customer may know it, in one statement; null where nothing fits. `tickets` is what follows
 * FROM, written out by us: `portal_tickets t`, what joins it, and who may read it. `more` are further columns.
 */
export const readTicket = async <More extends object = object>(strapi: Strapi, tickets: string, bindings: Binding[], more = ''): Promise<(OwnTicket & More) | null> => {
  const [found] = await readRows<OwnTicket & More & { lastEvent: number; eventCount: number }>(strapi, `select ${columns}${more} from ${tickets}`, [false, false, ...bindings]);
  if (!found) return null;
  const { lastEvent, eventCount, ...ticket } = found;
  return { ...(ticket as unknown as OwnTicket & More), fields: storedJson(ticket.fields), timeline: `${ticket.id}:${lastEvent}:${eventCount}` };
};

/** The last line of the timeline that a customer can see. */
export const lastEventOf = ({ timeline }: OwnTicket): number => Number(timeline.split(':')[1]);
