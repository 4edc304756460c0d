import type { Incident } from '../../../../contracts/incidents';
import type { Viewer } from '../../accounts/viewer';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { isDuplicate, rows } from '../../platform/rows';
import { couldBeKey } from '../../platform/tokens';
import { insertRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { categories } from '../../tickets/services/categories';
import { readerOf } from '../../tickets/membership';
import { ticketList } from '../../tickets/services/ticket-list';
import type { ReadTicket } from '../../tickets/services/ticket-list';
import type { IncidentFollowerRow, IncidentRow, IncidentTicketRow, IncidentUpdateRow } from '../rows';
import { toIncident } from '../serialize';
import type { Told } from '../serialize';

type Known = Omit<Incident, 'following'> & { rowId: number };
const mostAtOnce = 50;

/** What goes on now, for customers. Held in memory: every home page asks, and mostly there is nothing. A job looks once a second. */
export const incidents = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<IncidentRow>(strapi, 'incident');
  const followers = rows<IncidentFollowerRow>(strapi, 'incident-follower');
  let held: Known[] | null = null;

  const withUpdates = async (found: IncidentRow[]): Promise<Told[]> => {
    const said = found.length === 0 ? [] : await rows<IncidentUpdateRow>(strapi, 'incident-update').findMany({ where: { incidentId: { $in: found.map(({ id }) => id) } }, orderBy: { id: 'asc' }, limit: 2000 });
    return found.map((incident) => ({ incident, updates: said.filter(({ incidentId }) => incidentId === incident.id) }));
  };
  const read = async (): Promise<Known[]> => {
    const found = await table.findMany({ where: { state: { $ne: 'resolved' } }, orderBy: { id: 'desc' }, limit: mostAtOnce });
    return (await withUpdates(found)).map((told) => ({ ...toIncident(told), rowId: told.incident.id }));
  };
  const current = async (): Promise<Known[]> => (held ??= await read());

  const seenBy = async (customerId: number, known: Known[]): Promise<Incident[]> => {
    if (known.length === 0) return [];
    const followed = await followers.findMany({ where: { customerId, incidentId: { $in: known.map(({ rowId }) => rowId) } }, limit: mostAtOnce });
    return known.map(({ rowId, ...incident }) => ({ ...incident, following: followed.some(({ incidentId }) => incidentId === rowId) }));
  };
  const ofRead = async (customerId: number, ticket: Pick<ReadTicket, 'id' | 'categoryId'>): Promise<Incident[]> => {
    const known = await current();
    if (known.length === 0) return [];
    const link = await rows<IncidentTicketRow>(strapi, 'incident-ticket').findOne({ where: { ticketId: ticket.id } });
    const kind = await getService(strapi, 'categories', categories).byId(ticket.categoryId);
    const touched = ({ categories: slugs }: Known): boolean => slugs.some((slug) => slug === kind?.slug || slug === kind?.parent);
    return seenBy(customerId, known.filter((each) => (link ? each.rowId === link.incidentId : touched(each))));
  };
  const active = async (key: string): Promise<Known> => {
    const found = couldBeKey(key) ? (await current()).find(({ id }) => id === key) : undefined;
    if (!found) throw notFound();
    return found;
  };

  return {
    withUpdates,
    /** Another process may have changed something; or this one has. */
    async follow(): Promise<void> {
      held = await read();
    },

    list: async (customerId: number): Promise<Incident[]> => seenBy(customerId, await current()),

    /** Those that a ticket belongs to: linked by an agent, else by its category. 404 for a ticket that he may not read. */
    async ofTicket(viewer: Viewer, reference: string): Promise<Incident[]> {
      const ticket = await getService(strapi, 'ticket-list', ticketList).find(readerOf(strapi, viewer), reference);
      if (!ticket) throw notFound();
      return ofRead(viewer.customerId, ticket);
    },

    /** The same of a ticket that `ticket-list.find` just gave for this customer. */
    ofRead,

    /** Follows an incident that goes on; twice is once. */
    async startFollowing(customerId: number, key: string): Promise<void> {
      const { rowId } = await active(key);
      await insertRow<IncidentFollowerRow>(strapi, 'incident-follower', { incidentId: rowId, customerId }).catch((error: unknown) => {
        if (!isDuplicate(error)) throw error;
      });
    },
    async stopFollowing(customerId: number, key: string): Promise<void> {
      await followers.deleteMany({ where: { incidentId: (await active(key)).rowId, customerId } });
    },
  };
};
