import { now } from '../../platform/clock';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import { couldBeKey, newToken } from '../../platform/tokens';
import { fieldError, refuseFields } from '../../platform/validate';
import { insertRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { membership } from '../../accounts/services/membership';
import type { Belonging } from '../../accounts/services/membership';
import type { Contact } from '../../accounts/services/customers';
import type { Viewer } from '../../accounts/viewer';
import { requesterOf } from '../actors';
import { alone } from '../membership';
import { refuseMerged } from '../merged';
import type { ParticipantRow } from '../rows';
import { sharingRates } from './sharing-rates';
import { ticketChanges } from './ticket-changes';
import { ticketHistory } from './ticket-history';
import { ticketList } from './ticket-list';

const most = 20;
const contactsSql = (count: number): string =>
  `select p.ticket_id as "ticketId", c.id, u.email, c.name, c.language, c.segment, c.segment_by_rule as "segmentByRule", c.organisation_id as "organisationId" from portal_participants p join up_users u on u.email = p.email
    join portal_customers c on c.user_id = u.id where c.portal_access = ? and u.blocked = ? and p.ticket_id in (${Array.from({ length: count }, () => '?').join(', ')})`;

/** A participant who is a customer, with how to write to him. */
export interface ParticipantContact extends Contact {
  ticketId: number;
}

/** Those whom a requester lets read and answer his ticket. Nothing here tells whether an address has an account. */
export const participants = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<ParticipantRow>(strapi, 'participant');
  const list = () => getService(strapi, 'ticket-list', ticketList);
  const changes = () => getService(strapi, 'ticket-changes', ticketChanges);
  const history = () => getService(strapi, 'ticket-history', ticketHistory);

  return {
    of: (ticketId: number): Promise<ParticipantRow[]> => table.findMany({ where: { ticketId }, orderBy: { id: 'asc' }, limit: most }),
    byId: (id: number): Promise<ParticipantRow | null> => table.findOne({ where: { id } }),

    /** Those of some tickets who can be written to, in one statement. */
    async contacts(ticketIds: number[]): Promise<ParticipantContact[]> {
      if (ticketIds.length === 0) return [];
      const found = await readRows<ParticipantContact & Belonging>(strapi, contactsSql(ticketIds.length), [true, false, ...ticketIds]);
      const { segmentOf } = getService(strapi, 'membership', membership);
      return found.map((row) => ({ ticketId: row.ticketId, id: row.id, email: row.email, name: row.name, language: row.language, segment: segmentOf(row) }));
    },

    /** Adds an address to the viewer's own ticket; one that is there already stays. 409 `participant_limit_reached` beyond twenty. */
    async add(viewer: Viewer, reference: string, email: string): Promise<void> {
      const own = await list().own(viewer.customerId, reference);
      if (!own) throw notFound();
      if (email === viewer.email.toLowerCase()) refuseFields([fieldError('email', 'not_allowed')]);
      await inTransaction(strapi, async (afterCommit) => {
        await getService(strapi, 'sharing-rates', sharingRates).beforeSharing(viewer);
        const ticket = await changes().hold(own.id);
        refuseMerged(ticket);
        const there = await table.findMany({ where: { ticketId: ticket.id }, limit: most });
        if (there.some((each) => each.email === email)) return;
        if (there.length >= most) throw new Refusal('participant_limit_reached', `At most ${most} people can take part in a request. Remove somebody first.`);
        const participantId = await insertRow<ParticipantRow>(strapi, 'participant', { key: newToken(), ticketId: ticket.id, email, createdAt: now().toISOString() });
        await history().recordBeside(ticket, { type: 'participant.added', actor: requesterOf(viewer), data: { to: email }, about: { participantId } }, afterCommit);
      });
    },

    /** Takes somebody out: the requester anybody, a participant himself. From then on the ticket is not there for him. */
    async remove(viewer: Viewer, reference: string, key: string): Promise<void> {
      const found = await list().find(alone(viewer.customerId), reference);
      if (!found || !couldBeKey(key)) throw notFound();
      const isOwn = found.requesterId === viewer.customerId;
      await inTransaction(strapi, async (afterCommit) => {
        const ticket = await changes().hold(found.id);
        const gone = await table.findOne({ where: { ticketId: ticket.id, key, ...(isOwn ? {} : { email: viewer.email.toLowerCase() }) } });
        if (!gone) throw notFound();
        await table.deleteMany({ where: { id: gone.id } });
        await history().recordBeside(ticket, { type: 'participant.removed', actor: requesterOf(viewer), data: { from: gone.email } }, afterCommit);
      });
    },
  };
};
