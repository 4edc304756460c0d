import type { NewShareLink, ShareLink } from '../../../../contracts/sharing';
import type { Viewer } from '../../accounts/viewer';
import { after, days, now } from '../../platform/clock';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { couldBeKey, hashToken, newToken } from '../../platform/tokens';
import { insertRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { requesterOf } from '../actors';
import { refuseMerged } from '../merged';
import { readTicket } from '../own-ticket';
import type { OwnTicket } from '../own-ticket';
import type { Actor, ShareLinkRow, TicketRow } from '../rows';
import { toIso } from '../serialize';
import { sharingRates } from './sharing-rates';
import { ticketChanges } from './ticket-changes';
import { ticketHistory } from './ticket-history';
import { ticketList } from './ticket-list';

const mostAtOnce = 20;
// Access of who made it, because a link must not outlive what it is a part of.
const sharedTickets = `portal_share_links s join portal_tickets t on t.id = s.ticket_id join portal_customers c on c.id = s.customer_id
  join up_users u on u.id = c.user_id where s.token_hash = ? and s.expires_at > ? and c.portal_access = ? and u.blocked = ?`;

const toShareLink = ({ key, createdAt, expiresAt }: ShareLinkRow): ShareLink => ({ id: key, createdAt: toIso(createdAt), expiresAt: toIso(expiresAt) });

/** Links that open one ticket for reading, to whoever has them. Only a token's hash is kept. */
export const shareLinks = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<ShareLinkRow>(strapi, 'share-link');
  const open = (ticketId: number): Promise<ShareLinkRow[]> => table.findMany({ where: { ticketId, expiresAt: { $gt: now() } }, orderBy: { id: 'asc' }, limit: mostAtOnce });

  const own = async (customer: Actor, reference: string): Promise<number> => {
    const ticket = await getService(strapi, 'ticket-list', ticketList).own(customer.id ?? 0, reference);
    if (!ticket) throw notFound();
    return ticket.id;
  };
  const record = (ticket: TicketRow, type: 'ticket.shared' | 'ticket.unshared', actor: Actor, afterCommit: (run: () => void) => void) =>
    getService(strapi, 'ticket-history', ticketHistory).recordBeside(ticket, { type, actor }, afterCommit);
  const locked = (id: number): Promise<TicketRow> => getService(strapi, 'ticket-changes', ticketChanges).hold(id);

  return {
    /** The links that open a customer's ticket now, oldest first; 404 for another's. */
    list: async (customer: Actor, reference: string): Promise<ShareLink[]> => (await open(await own(customer, reference))).map(toShareLink),

    /** Makes a link for so many days; 409 `share_limit_reached` where twenty are open. The token is told this once. */
    async make(viewer: Viewer, reference: string, lifetime: number): Promise<NewShareLink> {
      const customer = requesterOf(viewer);
      const ticketId = await own(customer, reference);
      const token = newToken();
      const moment = now();
      const link = { key: newToken(), ticketId, customerId: viewer.customerId, tokenHash: hashToken(token), expiresAt: after(moment, days(lifetime)).toISOString(), createdAt: moment.toISOString() };
      await inTransaction(strapi, async (afterCommit) => {
        await getService(strapi, 'sharing-rates', sharingRates).beforeSharing(viewer);
        const ticket = await locked(ticketId);
        refuseMerged(ticket);
        if ((await open(ticketId)).length >= mostAtOnce) throw new Refusal('share_limit_reached', `This request has ${mostAtOnce} links. Take one back first.`);
        await insertRow<ShareLinkRow>(strapi, 'share-link', link);
        await record(ticket, 'ticket.shared', customer, afterCommit);
      });
      return { id: link.key, createdAt: link.createdAt, expiresAt: link.expiresAt, token };
    },

    /** Takes a link back: from then on it opens nothing. 404 for what is not there, or not his. */
    async revoke(customer: Actor, reference: string, key: string): Promise<void> {
      const ticketId = await own(customer, reference);
      await inTransaction(strapi, async (afterCommit) => {
        const ticket = await locked(ticketId);
        const { count } = couldBeKey(key) ? await table.deleteMany({ where: { ticketId, key } }) : { count: 0 };
        if (count === 0) throw notFound();
        await record(ticket, 'ticket.unshared', customer, afterCommit);
      });
    },

    /** The ticket that a token opens; null for one that is expired, taken back or never was. */
    ticketOf: async (token: string): Promise<(OwnTicket & { expiresAt: string }) | null> =>
      couldBeKey(token) ? readTicket<{ expiresAt: string }>(strapi, sharedTickets, [hashToken(token), now(), true, false], ', s.expires_at as "expiresAt"') : null,

    /** How many links open a ticket now. */
    openOn: async (ticketId: number): Promise<number> => (await open(ticketId)).length,

    /** Ends all links to a ticket; inside the caller's transaction, whose event says why. */
    endAll: (ticketId: number) => table.deleteMany({ where: { ticketId } }),

    forgetExpired: () => table.deleteMany({ where: { expiresAt: { $lt: now() } } }),
  };
};
