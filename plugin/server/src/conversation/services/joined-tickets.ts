import type { JoinedTicket, LeadTicket } from '../../../../contracts/merging';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import type { Row } from '../../platform/rows';
import { readRows, writeStatement } from '../../platform/statements';
import { fieldError, refuseFields } from '../../platform/validate';
import { insertRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { agents } from '../../tickets/services/agents';
import { readMarks } from '../../tickets/services/read-marks';
import { requesters } from '../../tickets/services/requesters';
import { ticketChanges } from '../../tickets/services/ticket-changes';
import { ticketHistory } from '../../tickets/services/ticket-history';
import type { Actor, TicketRow } from '../../tickets/rows';
import { toDeskComment } from '../serialize';
import { attachments } from './attachments';
import type { Owner } from './attachments';
import { comments } from './comments';

type AfterCommit = (run: () => void) => void;
interface JoinedRow extends Row {
  ticketId: number;
  leadId: number;
}
type Beside = Pick<TicketRow, 'id' | 'reference' | 'subject' | 'state' | 'requesterId'>;

const most = 20;
const besideSql = `select t.id, t.reference, t.subject, t.state, t.requester_id as "requesterId", j.ticket_id as "ticketId" from portal_joined_tickets j
  join portal_tickets t on t.id = case when j.ticket_id = ? then j.lead_id else j.ticket_id end where j.ticket_id = ? or j.lead_id = ? order by t.id limit ${most}`;
const groupSql = 'select ticket_id as "ticketId", lead_id as "leadId" from portal_joined_tickets where lead_id = coalesce((select own.lead_id from portal_joined_tickets own where own.ticket_id = ?), ?)';
const followSql = 'update portal_joined_tickets set lead_id = ? where lead_id = ?';

/** Tickets of several requesters that are worked on in one of them, the lead. Only agents know of each other's; see decision 023. */
export const joinedTickets = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<JoinedRow>(strapi, 'joined-ticket');
  const history = () => getService(strapi, 'ticket-history', ticketHistory);
  const leadOf = async (ticketId: number): Promise<number | null> => (await table.findOne({ where: { ticketId } }))?.leadId ?? null;

  const told = async (ticket: Beside, reader: Owner, name: { name: string; email: string } | undefined): Promise<JoinedTicket> => {
    const files = await getService(strapi, 'attachments', attachments).ofTicket(ticket.id);
    const said = await getService(strapi, 'comments', comments).all(ticket.id);
    return { reference: ticket.reference, subject: ticket.subject, state: ticket.state, requester: name ?? { name: '', email: '' }, comments: said.map((message) => toDeskComment(message, files, reader)) };
  };

  return {
    leadOf,

    /** For the desk's page of a ticket: where it is worked on, or all that is worked on in it. One statement where it stands alone. */
    async beside(ticketId: number, reader: Owner): Promise<{ lead: LeadTicket | null; joined: JoinedTicket[] }> {
      const found = await readRows<Beside & { ticketId: number }>(strapi, besideSql, [ticketId, ticketId, ticketId]);
      const people = await getService(strapi, 'requesters', requesters).named(found.map(({ requesterId }) => requesterId));
      const lead = found.find((each) => each.ticketId === ticketId);
      const joined: JoinedTicket[] = [];
      for (const each of found.filter((other) => other !== lead)) joined.push(await told(each, reader, people.get(each.requesterId)));
      return { lead: lead ? { reference: lead.reference, subject: lead.subject, requester: people.get(lead.requesterId)?.name ?? '' } : null, joined };
    },

    /** The ids of those of a lead that a reply goes to as well; refuses what is closed, or not worked on in it. */
    async chosen(leadId: number, references: string[]): Promise<number[]> {
      const wanted = [...new Set(references)];
      if (wanted.length === 0) return [];
      const sql = `select t.id from portal_joined_tickets j join portal_tickets t on t.id = j.ticket_id where j.lead_id = ? and t.state <> 'closed' and t.reference in (${wanted.map(() => '?').join(', ')})`;
      const found = await readRows<{ id: number }>(strapi, sql, [leadId, ...wanted]);
      if (found.length !== wanted.length) refuseFields([fieldError('alsoTo', 'not_allowed')]);
      return found.map(({ id }) => id);
    },

    /** A ticket with all that it is worked on together with, whichever of them it is. */
    async groupOf(ticketId: number): Promise<number[]> {
      const found = await readRows<{ ticketId: number; leadId: number }>(strapi, groupSql, [ticketId, ticketId]);
      return [...new Set([ticketId, ...found.flatMap((each) => [each.ticketId, each.leadId])])];
    },

    /** Those of them that are still worked on in it: for a reply that waited. */
    async stillOf(leadId: number, ids: number[]): Promise<number[]> {
      const found = ids.length > 0 ? await table.findMany({ where: { leadId, ticketId: { $in: ids } }, limit: most }) : [];
      return found.map(({ ticketId }) => ticketId);
    },

    /** Joins `from` to `into`, in the caller's transaction, both locked. What is worked on in `from` comes along; who works on `into` gets it. */
    async join(from: TicketRow, into: TicketRow, agent: Actor, afterCommit: AfterCommit): Promise<void> {
      await writeStatement(strapi, followSql, [into.id, from.id]);
      await insertRow<JoinedRow>(strapi, 'joined-ticket', { ticketId: from.id, leadId: into.id });
      const assignee = into.assigneeId === null ? undefined : (await getService(strapi, 'agents', agents).named([into.assigneeId])).get(into.assigneeId);
      await getService(strapi, 'ticket-changes', ticketChanges).apply(from, { assignee }, agent, afterCommit);
      // Its customers are told that, and not with what: another's reference is nothing to them.
      await history().recordBeside(from, { type: 'ticket.joined', actor: agent }, afterCommit);
      const { id } = await history().record(into, { type: 'ticket.joined', actor: agent, data: { from: from.reference }, internal: true }, afterCommit);
      await getService(strapi, 'read-marks', readMarks).news(into, id, agent);
    },

    /** What was worked on in a ticket goes on in another one, which took its conversation. */
    follow: async (from: TicketRow, into: TicketRow): Promise<void> => void (await writeStatement(strapi, followSql, [into.id, from.id])),

    /** Goes on with a ticket by itself; 404 for one that stands alone. */
    async separate(ticket: TicketRow, agent: Actor): Promise<void> {
      await inTransaction(strapi, async (afterCommit) => {
        await getService(strapi, 'ticket-changes', ticketChanges).hold(ticket.id);
        const leadId = await leadOf(ticket.id);
        const { count } = await table.deleteMany({ where: { ticketId: ticket.id } });
        if (count === 0 || leadId === null) throw notFound();
        await history().recordBeside(ticket, { type: 'ticket.separated', actor: agent }, afterCommit);
        const lead = await rows<TicketRow>(strapi, 'ticket').findOne({ where: { id: leadId } });
        if (lead) await history().record(lead, { type: 'ticket.separated', actor: agent, data: { from: ticket.reference }, internal: true }, afterCommit);
      });
    },

    /** Refuses to join or move what stands in a row already: agents would answer in two places. */
    async refuseInRow(from: TicketRow, into: TicketRow): Promise<void> {
      if ((await leadOf(from.id)) !== null) throw new Refusal('merge_refused', `${from.reference} is worked on together with another ticket. Separate it first. Nothing was changed.`);
      if ((await leadOf(into.id)) !== null) throw new Refusal('merge_refused', `${into.reference} is itself worked on in another ticket, which its page names. Choose that one. Nothing was changed.`);
    },
  };
};
