import type { LookedFor, RequesterPanel, UserTicket } from '../../../../contracts/desk';
import { membership } from '../../accounts/services/membership';
import { customers } from '../../accounts/services/customers';
import type { CustomerRow } from '../../accounts/services/customers';
import { ratings } from '../../conversation/services/ratings';
import { replyVotes } from '../../conversation/services/reply-votes';
import { bouncedAddresses } from '../../mail/services/bounced-addresses';
import { after, days } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { articleFinding } from '../../knowledge/services/article-finding';
import { toIso } from '../../tickets/serialize';
import { audiences } from '../../tickets/services/audiences';
import { deskList } from '../../tickets/services/desk-list';
import type { TicketRow } from '../../tickets/rows';
import type { SuggestionRow } from '../rows';

const lookBack = days(30);
const mostShown = 5;
const countSql = `select count(*) as "tickets", sum(case when turn = 'nobody' then 0 else 1 end) as "open" from portal_tickets where requester_id = ?`;

/** What the desk knows of whoever sent a ticket. */
export const requesterPanels = ({ strapi }: { strapi: Strapi }) => {
  const titlesOf = async (documents: string[], language: string, segment: string): Promise<string[]> => {
    const found = documents.map((document) => ({ document, passage: { heading: '', anchor: '', text: '', marks: [] } }));
    return (await getService(strapi, 'article-finding', articleFinding).toHits(found, language, segment)).map(({ article }) => article.title);
  };

  const lookedFor = async ({ id, segment }: CustomerRow, before: Date): Promise<LookedFor[]> => {
    const where = { owner: `customer:${id}`, createdAt: { $gte: after(before, -lookBack), $lte: before } };
    const found = await rows<SuggestionRow>(strapi, 'suggestion').findMany({ where, orderBy: { createdAt: 'desc' }, limit: mostShown });
    return Promise.all(
      found.map(async (row) => ({ text: row.subject ?? '', offered: row.offers, opened: await titlesOf(row.opened ?? [], row.language, segment), outcome: row.outcome, createdAt: toIso(row.createdAt) })),
    );
  };

  const organisationOf = async ({ organisationId }: CustomerRow, ticket: TicketRow): Promise<RequesterPanel['organisation']> => {
    if (organisationId === null) return null;
    const [house] = await readRows<{ name: string }>(strapi, 'select name from portal_organisations where id = ?', [organisationId]);
    const readers = ticket.organisationId === organisationId ? await getService(strapi, 'audiences', audiences).house(organisationId) : null;
    return house ? { name: house.name, colleaguesRead: readers !== null } : null;
  };

  return {
    /** 404 for a ticket that is not there, or whose requester is gone. */
    async show(reference: string): Promise<RequesterPanel> {
      const ticket = await getService(strapi, 'desk-list', deskList).find(reference);
      const known = ticket && (await getService(strapi, 'customers', customers).byId(ticket.requesterId));
      // The segment that holds, which a rule may have chosen.
      const [contact] = known ? await getService(strapi, 'customers', customers).contacts([known.id]) : [];
      if (!ticket || !known || !contact) throw notFound();
      const customer = { ...known, segment: contact.segment };
      const [counted] = await readRows<{ tickets: number | string; open: number | string | null }>(strapi, countSql, [customer.id]);
      const bounce = await getService(strapi, 'bounced-addresses', bouncedAddresses).of(contact.email);
      return {
        segment: { name: customer.segment, title: getService(strapi, 'membership', membership).titleOf(customer.segment) },
        language: customer.language,
        organisation: await organisationOf(customer, ticket),
        customerSince: toIso(customer.createdAt),
        ticketCount: Number(counted?.tickets ?? 0),
        openCount: Number(counted?.open ?? 0),
        trouble: bounce && { kind: bounce.kind, at: bounce.at },
        rating: await getService(strapi, 'ratings', ratings).ofTicket(ticket.id),
        votes: await getService(strapi, 'reply-votes', replyVotes).ofTicket(ticket.id),
        lookedFor: await lookedFor(customer, new Date(ticket.createdAt)),
      };
    },

    /** Empty for a user who is no customer. */
    async ofUser(userId: number): Promise<UserTicket[]> {
      const customer = await getService(strapi, 'customers', customers).byUser(userId);
      if (!customer) return [];
      const found = await rows<TicketRow>(strapi, 'ticket').findMany({ where: { requesterId: customer.id }, select: ['reference', 'subject', 'state', 'updatedAt'], orderBy: { updatedAt: 'desc' }, limit: 10 });
      return found.map(({ reference, subject, state, updatedAt }) => ({ reference, subject, state, updatedAt: toIso(updatedAt) }));
    },
  };
};
