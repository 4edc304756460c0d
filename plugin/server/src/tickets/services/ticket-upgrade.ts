import { writeStatement } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';

// A row from before these columns is told by the first: no row is written without it now.
const fillSql = `update portal_tickets set
  last_visible_at = coalesce((select max(e.created_at) from portal_ticket_events e where e.ticket_id = portal_tickets.id and e.internal = ?), updated_at),
  organisation_id = (select c.organisation_id from portal_customers c where c.id = portal_tickets.requester_id)
  where last_visible_at is null`;

const languageSql = `update portal_tickets set language = coalesce((select c.language from portal_customers c where c.id = portal_tickets.requester_id), 'en') where language is null`;

/** Gives tickets of earlier releases what lists read now. */
export const ticketUpgrade = ({ strapi }: { strapi: Strapi }) => ({
  /** Before anybody is answered; again → nothing. One pass over the table, without writing where nothing is missing. */
  async fill(): Promise<void> {
    await writeStatement(strapi, fillSql, [false]);
    await writeStatement(strapi, languageSql, []);
  },
});
