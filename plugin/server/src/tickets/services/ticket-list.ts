import type { TicketEvent, TicketListItem, TicketListQuery } from '../../../../contracts/tickets';
import type { Pagination } from '../../../../contracts/platform';
import { now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { columnsFor, readRows, storedJson } from '../../platform/statements';
import { couldBeKey } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import { equal, narrowing, readPage } from '../list-query';
import type { Condition } from '../list-query';
import { besideColleagues, mayRead, shelfOfOrganisation, shelvesOf, takesPart } from '../membership';
import type { Reader } from '../membership';
import { readTicket } from '../own-ticket';
import type { OwnTicket } from '../own-ticket';
import { withoutLeft } from '../participants-told';
import { toEvent, toSummary } from '../serialize';
import type { CategoryRow, TicketEventRow, TicketSummaryRow } from '../rows';
import { categories } from './categories';

const ownTickets = 'portal_tickets t where t.requester_id = ? and t.reference = ?';

// Read with the ticket, so that a page without links and participants need not ask for them.
const around = `, (select count(*) from portal_share_links s where s.ticket_id = t.id and s.expires_at > ?) as "shareLinks",
  (select count(*) from portal_participants p where p.ticket_id = t.id) as "participants",
  exists (select 1 from portal_ticket_mutes m where m.ticket_id = t.id and m.customer_id = ?) as "muted",
  (select count(*) from portal_reply_votes v where v.ticket_id = t.id and v.customer_id = ?) as "votes",
  (select c.name from portal_customers c where c.id = t.requester_id) as "requesterName"`;

/** A ticket with who else is around it. */
export type ReadTicket = OwnTicket & { shareLinks: number; participants: number; muted: boolean; votes: number; requesterName: string };
type OwnQuery = Omit<TicketListQuery, 'scope'>;
type ColleagueRow = TicketSummaryRow & { requesterName: string | null; takesPart: number };

const toItem = (row: ColleagueRow, category: CategoryRow | null, customerId: number): TicketListItem => ({ ...toSummary(row, category), participating: Number(row.takesPart) === 1, requester: { name: row.requesterName ?? '', you: row.requesterId === customerId } });

const eventColumns = columnsFor(['id', 'type', 'actorKind', 'actorName', 'data', 'createdAt']);
const publicEventsSql = `select ${eventColumns} from portal_ticket_events where ticket_id = ? and internal = ? order by id desc limit 500`;

/** What one customer reads of tickets. Every query has the reader in its where-clause. */
export const ticketList = ({ strapi }: { strapi: Strapi }) => {
  const kinds = () => getService(strapi, 'categories', categories);
  const conditionsOf = async (query: OwnQuery): Promise<Condition[]> => [...narrowing(query), ...(query.category ? [equal('category_id', (await kinds().bySlug(query.category))?.id ?? 0)] : [])];

  /** Most take part in nobody else's: their first page, which is what is looked at, comes from their own shelf alone at half the cost. */
  const pageOf = async (customerId: number, conditions: Condition[], query: OwnQuery) => {
    const [own, ofOthers] = shelvesOf(customerId);
    const both = () => readPage(strapi, conditions, query, { shelves: [own, ofOthers] });
    if (query.page > 1) return both();
    const alone = await readPage<TicketSummaryRow & { takesPart: number | boolean }>(strapi, conditions, query, { shelves: [own], further: [takesPart(customerId)] });
    // Without a row nothing says whether he takes part anywhere.
    return alone.found[0] && !alone.found[0].takesPart ? alone : both();
  };

  return {
    /**
     * One page of the customer's tickets, and of those he takes part in: one statement for who has only his own,
     * at most two for others, whatever the table holds.
     */
    async page(customerId: number, query: OwnQuery): Promise<{ data: TicketListItem[]; pagination: Pagination }> {
      const { found, pagination } = await pageOf(customerId, await conditionsOf(query), query);
      const known = await kinds().byIds();
      return { data: found.map((row) => ({ ...toSummary(row, known.get(row.categoryId) ?? null), participating: row.requesterId !== customerId })), pagination };
    },

    /** One page of his organisation's tickets, in one statement; 404 for whoever may read none of his colleagues'. */
    async organisationPage({ customerId, organisation }: Reader, query: TicketListQuery): Promise<{ data: TicketListItem[]; pagination: Pagination }> {
      if (organisation === null) throw notFound();
      const { found, pagination } = await readPage<ColleagueRow>(strapi, await conditionsOf(query), query, { shelves: [shelfOfOrganisation(organisation)], further: besideColleagues(customerId) });
      const known = await kinds().byIds();
      return { data: found.map((row) => toItem(row, known.get(row.categoryId) ?? null, customerId)), pagination };
    },

    /** Open requests of his organisation that others sent, the latest change first, and how many there are; one statement. */
    async openOfColleagues({ customerId, organisation }: { customerId: number; organisation: number }, limit: number): Promise<{ open: TicketListItem[]; count: number }> {
      const query = { page: 1, pageSize: limit, sort: '-updatedAt', q: '', state: 'active' } as const;
      const others = { sql: 'requester_id <> ?', bindings: [customerId] };
      const { found, pagination } = await readPage<ColleagueRow>(strapi, [...narrowing(query), others], query, { shelves: [shelfOfOrganisation(organisation)], further: besideColleagues(customerId) });
      const known = await kinds().byIds();
      return { open: found.map((row) => toItem(row, known.get(row.categoryId) ?? null, customerId)), count: pagination.total };
    },

    /** The ticket of a reference that this reader may read, or null when it is missing or another's. */
    async find(reader: Reader, reference: string): Promise<ReadTicket | null> {
      if (!couldBeKey(reference)) return null;
      const allowed = mayRead('t', reader);
      const tickets = `portal_tickets t where t.reference = ? and ${allowed.sql}`;
      const found = await readTicket<{ shareLinks: number | string; participants: number | string; muted: boolean | number; votes: number | string; requesterName: string }>(strapi, tickets, [now(), reader.customerId, reader.customerId, reference, ...allowed.bindings], around);
      // PostgreSQL counts in bigints, which its driver gives as text.
      return found && { ...found, shareLinks: Number(found.shareLinks), participants: Number(found.participants), muted: Boolean(found.muted), votes: Number(found.votes) };
    },

    /** Whether any ticket that this customer may read was changed after a moment; one statement, by the lists' own indexes. */
    async changedSince(customerId: number, moment: Date): Promise<boolean> {
      const shelves = shelvesOf(customerId);
      const sql = shelves.map((shelf) => `select id from portal_tickets where ${shelf.sql} and updated_at > ?`).join(' union all ');
      return (await readRows<{ id: number }>(strapi, `${sql} limit 1`, shelves.flatMap(({ bindings }) => [...bindings, moment]))).length > 0;
    },

    /** The same where only its requester may act. */
    own: async (customerId: number, reference: string): Promise<OwnTicket | null> => (couldBeKey(reference) ? readTicket(strapi, ownTickets, [customerId, reference]) : null),

    /** The timeline as the customer may know it; of a very long one the latest part. Addresses of those who take part no more are left out. */
    async publicEvents(ticketId: number): Promise<TicketEvent[]> {
      const found = await readRows<TicketEventRow>(strapi, publicEventsSql, [ticketId, false]);
      return withoutLeft(strapi, ticketId, found.reverse().map((row) => toEvent({ ...row, data: storedJson(row.data) })));
    },
  };
};
