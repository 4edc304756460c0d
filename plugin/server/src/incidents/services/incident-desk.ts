import type { DeskIncident, IncidentChange, IncidentCreation, IncidentUpdate, TicketIncident } from '../../../../contracts/incidents';
import { now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { events } from '../../platform/services/events';
import { readRows } from '../../platform/statements';
import type { DeliveredEvent } from '../../platform/tell-subscribers';
import { couldBeKey, newToken } from '../../platform/tokens';
import { fieldError, refuseFields } from '../../platform/validate';
import { insertRow, putRow, updateRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { categories } from '../../tickets/services/categories';
import { deskList } from '../../tickets/services/desk-list';
import type { Actor, TicketRow } from '../../tickets/rows';
import type { IncidentFollowerRow, IncidentRow, IncidentTicketRow, IncidentUpdateRow } from '../rows';
import { toDeskIncident } from '../serialize';
import { incidents } from './incidents';

type CountedTable = 'portal_incident_followers' | 'portal_incident_tickets';

/** What agents do with incidents. Only behind the desk's permissions. */
export const incidentDesk = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<IncidentRow>(strapi, 'incident');
  const links = rows<IncidentTicketRow>(strapi, 'incident-ticket');
  const shown = () => getService(strapi, 'incidents', incidents);

  const find = async (key: string): Promise<IncidentRow> => {
    const found = couldBeKey(key) ? await table.findOne({ where: { key } }) : null;
    if (!found) throw notFound();
    return found;
  };
  const ticketOf = async (reference: string): Promise<TicketRow> => {
    const ticket = await getService(strapi, 'desk-list', deskList).find(reference);
    if (!ticket) throw notFound();
    return ticket;
  };
  const checkCategories = async (slugs: string[]): Promise<void> => {
    const known = (await getService(strapi, 'categories', categories).all()).map(({ slug }) => slug);
    const faults = slugs.flatMap((slug, index) => (known.includes(slug) ? [] : [fieldError(`categories.${index}`, 'not_allowed')]));
    if (faults.length > 0) refuseFields(faults);
  };
  const counts = async (of: CountedTable): Promise<Map<number, number>> => {
    const found = await readRows<{ incidentId: number; total: number | string }>(strapi, `select incident_id as "incidentId", count(*) as "total" from ${of} group by incident_id`);
    return new Map(found.map(({ incidentId, total }) => [incidentId, Number(total)]));
  };

  return {
    /** All of them, newest first. */
    async list(): Promise<DeskIncident[]> {
      const told = await shown().withUpdates(await table.findMany({ orderBy: { id: 'desc' }, limit: 200 }));
      const [followers, tickets] = [await counts('portal_incident_followers'), await counts('portal_incident_tickets')];
      return told.map((each) => toDeskIncident(each, followers.get(each.incident.id) ?? 0, tickets.get(each.incident.id) ?? 0));
    },

    async declare(given: IncidentCreation): Promise<string> {
      await checkCategories(given.categories);
      const key = newToken().slice(0, 16);
      await insertRow<IncidentRow>(strapi, 'incident', { ...given, key });
      await shown().follow();
      return key;
    },

    async change(key: string, change: IncidentChange): Promise<void> {
      const { id, categories } = await find(key);
      const before = categories ?? [];
      // One that was deleted meanwhile must not keep the rest from being mended.
      await checkCategories(change.categories.filter((slug) => !before.includes(slug)));
      await updateRow<IncidentRow>(strapi, 'incident', id, change);
      await shown().follow();
    },

    /** Says what is new; the update, the state and the event that mails it are kept together. */
    async tell(key: string, { text, state }: IncidentUpdate, agent: Actor): Promise<void> {
      const { id } = await find(key);
      await inTransaction(strapi, async (afterCommit) => {
        const updateId = await insertRow<IncidentUpdateRow>(strapi, 'incident-update', { incidentId: id, text, state, agentName: agent.name });
        await updateRow<IncidentRow>(strapi, 'incident', id, { state });
        await getService(strapi, 'events', events).record({ type: 'incident.updated', subject: key, payload: { incidentId: id, updateId } }, afterCommit);
      });
      await shown().follow();
    },

    async ofTicket(reference: string): Promise<TicketIncident> {
      const ticket = await ticketOf(reference);
      const link = await links.findOne({ where: { ticketId: ticket.id } });
      const found = await table.findMany({ where: { $or: [{ state: { $ne: 'resolved' } }, { id: link?.incidentId ?? 0 }] }, orderBy: { id: 'desc' }, limit: 200 });
      return { linked: found.find(({ id }) => id === link?.incidentId)?.key ?? null, choices: found.map(({ key, title }) => ({ id: key, title })) };
    },

    /** The ticket that goes on is counted to the incident of the one that was merged into it, unless it has its own. Told twice, it does it once. */
    async hearMerge({ payload }: DeliveredEvent): Promise<void> {
      const { ticketId, mergedIntoId } = payload as { ticketId: number; mergedIntoId?: number };
      if (mergedIntoId === undefined) return;
      await inTransaction(strapi, async () => {
        const [link, kept] = [await links.findOne({ where: { ticketId } }), await links.findOne({ where: { ticketId: mergedIntoId } })];
        await links.deleteMany({ where: { ticketId } });
        if (link && !kept) await insertRow<IncidentTicketRow>(strapi, 'incident-ticket', { ticketId: mergedIntoId, incidentId: link.incidentId });
      });
    },

    /** Counts a ticket to an incident, or to none; its requester then gets the updates. */
    async link(reference: string, key: string | null): Promise<void> {
      const ticket = await ticketOf(reference);
      const incident = key === null ? null : await find(key);
      await inTransaction(strapi, async () => {
        if (!incident) return void (await links.deleteMany({ where: { ticketId: ticket.id } }));
        await putRow<IncidentTicketRow>(strapi, 'incident-ticket', { ticketId: ticket.id }, { incidentId: incident.id });
        const following = { incidentId: incident.id, customerId: ticket.requesterId };
        await putRow<IncidentFollowerRow>(strapi, 'incident-follower', following, { updatedAt: now().toISOString() });
      });
    },
  };
};
