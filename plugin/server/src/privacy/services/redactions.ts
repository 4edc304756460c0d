import type { Redaction } from '../../../../contracts/secrets';
import type { Viewer } from '../../accounts/viewer';
import { auditLog, byCustomer } from '../../audit/services/audit-log';
import type { Author } from '../../audit/services/audit-log';
import { mayRedact } from '../../conversation/redaction-window';
import { comments as commentService } from '../../conversation/services/comments';
import { wordKeeper } from '../../conversation/services/word-keeper';
import type { CommentRow, HeldReplyRow } from '../../conversation/rows';
import { now } from '../../platform/clock';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { couldBeKey } from '../../platform/tokens';
import { updateRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { requesterOf } from '../../tickets/actors';
import { readerOf } from '../../tickets/membership';
import { firstSearchText, searchTextWith } from '../../tickets/search-text';
import { deskList } from '../../tickets/services/desk-list';
import { ticketChanges } from '../../tickets/services/ticket-changes';
import { ticketHistory } from '../../tickets/services/ticket-history';
import { ticketList } from '../../tickets/services/ticket-list';
import type { Actor, TicketRow } from '../../tickets/rows';
import { redactLearned, redactReceivedMails, redactSentMails } from '../redacting/copies';
import { byLine, wantedLiterals, without } from '../redacting/literals';
import type { Literal } from '../redacting/literals';

type AfterCommit = (run: () => void) => void;
/** Who takes words out, in the timeline and in the log. `isAgent`: from all messages of the request; a customer's own words from his own only. */
interface Redactor {
  actor: Actor;
  author: Author;
  isAgent: boolean;
}

/** Takes words out of a message for good, and out of every copy of them that the house has. */
export const redactions = ({ strapi }: { strapi: Strapi }) => {
  const comments = rows<CommentRow>(strapi, 'comment');

  const find = async (ticketId: number, key: string): Promise<CommentRow> => {
    const found = couldBeKey(key) ? await comments.findOne({ where: { ticketId, key } }) : null;
    if (!found) throw notFound();
    return found;
  };

  const wanted = (redaction: Redaction, { body, cut }: CommentRow): Literal[] => wantedLiterals(redaction, `${body}\n${cut ?? ''}`);

  /** Words of a whole message stay readable for whoever quoted nothing of it; what is secret goes wherever it was repeated. */
  const reaches = (literal: Literal, row: CommentRow, message: CommentRow, { isAgent }: Redactor): boolean => isAgent || literal.kind !== 'words' || (row.authorKind === message.authorKind && row.authorId === message.authorId);

  const cleanMessages = async (message: CommentRow, literals: Literal[], by: Redactor): Promise<number[]> => {
    const changed: number[] = [];
    for (const row of await comments.findMany({ where: { ticketId: message.ticketId }, orderBy: { id: 'asc' }, limit: 10_000 })) {
      const gone = literals.filter((literal) => reaches(literal, row, message, by));
      const cleaned = { body: without(row.body, gone), cut: row.cut && without(row.cut, byLine(literals)) };
      if (cleaned.body === row.body && cleaned.cut === row.cut) continue;
      await comments.updateMany({ where: { id: row.id }, data: cleaned });
      changed.push(row.id);
    }
    return changed;
  };

  /** What customers search, made anew of what is left. */
  const searchTextOf = async ({ id, reference }: TicketRow, subject: string): Promise<string> => {
    const [first, ...others] = await getService(strapi, 'comments', commentService).visible(id);
    return others.reduce<string>((text, { body }) => searchTextWith(text, body), firstSearchText(reference, subject, first?.body ?? ''));
  };

  const cleanTicket = async (ticket: TicketRow, literals: Literal[], { isAgent, actor }: Redactor): Promise<void> => {
    // What a request is called and what its form held are its requester's words.
    const gone = literals.filter(({ kind }) => isAgent || kind !== 'words' || ticket.requesterId === actor.id);
    const fields = ticket.fields?.map((answer) => (typeof answer.value === 'string' ? { ...answer, value: without(answer.value, gone) } : answer)) ?? null;
    const subject = without(ticket.subject, gone);
    await updateRow<TicketRow>(strapi, 'ticket', ticket.id, { subject, fields, searchText: await searchTextOf(ticket, subject), updatedAt: ticket.updatedAt });
    const held = rows<HeldReplyRow>(strapi, 'held-reply');
    for (const { id, body } of await held.findMany({ where: { ticketId: ticket.id } })) await held.updateMany({ where: { id }, data: { body: without(body, gone) } });
  };

  const record = async (ticket: TicketRow, message: CommentRow, literals: Literal[], { actor, author }: Redactor, afterCommit: AfterCommit): Promise<void> => {
    const history = getService(strapi, 'ticket-history', ticketHistory);
    const happening = { type: 'comment.redacted' as const, actor };
    await (message.internal ? history.record(ticket, { ...happening, internal: true }, afterCommit) : history.recordBeside(ticket, happening, afterCommit));
    const kinds = [...new Set(literals.map(({ kind }) => kind))];
    await getService(strapi, 'audit-log', auditLog).happened(author, { kind: 'privacy', what: `request ${ticket.reference}`, action: 'redacted', customerId: ticket.requesterId, facts: { kinds, places: literals.length, message: message.key.slice(0, 12) } });
  };

  const redact = async (ticketId: number, message: CommentRow, literals: Literal[], by: Redactor): Promise<void> => {
    // Bytes first: a file is no part of a transaction, and what was asked to go must not stay because of one.
    await redactReceivedMails(strapi, [message.id], literals);
    await inTransaction(strapi, async (afterCommit) => {
      const ticket = await getService(strapi, 'ticket-changes', ticketChanges).hold(ticketId);
      const changed = await cleanMessages(message, literals, by);
      await cleanTicket(ticket, literals, by);
      await redactSentMails(strapi, { ticketId }, literals);
      await redactLearned(strapi, ticketId, literals);
      await redactReceivedMails(strapi, changed.filter((id) => id !== message.id), literals);
      await record(ticket, message, literals, by, afterCommit);
    });
    const keeper = getService(strapi, 'word-keeper', wordKeeper);
    await keeper.heard([{ id: 0, type: 'comment.redacted', subject: '', payload: { ticketId }, at: now() }]);
    // Removed words are off the disk after this, for which nobody waits.
    void keeper.tidy().catch((error: unknown) => strapi.log.error(error));
  };

  return {
    /** An agent's, of any message or note; 404 for one that is not there, 400 at `words` where it has none of them. */
    async byAgent(reference: string, key: string, redaction: Redaction, agent: Actor & { id: number }): Promise<void> {
      const ticket = await getService(strapi, 'desk-list', deskList).find(reference);
      if (!ticket) throw notFound();
      const message = await find(ticket.id, key);
      await redact(ticket.id, message, wanted(redaction, message), { actor: agent, author: { id: agent.id, name: agent.name }, isAgent: true });
    },

    /** Words that an agent took out of a chat, out of the request that it became. */
    async ofChat(ticketId: number, literals: Literal[], agent: Actor & { id: number }): Promise<void> {
      const messages = await comments.findMany({ where: { ticketId }, orderBy: { id: 'asc' }, limit: 10_000 });
      const message = messages.find(({ body }) => literals.some(({ words }) => body.includes(words)));
      if (message) await redact(ticketId, message, literals, { actor: agent, author: { id: agent.id, name: agent.name }, isAgent: true });
    },

    /** A customer's, of his own message; 404 for another's and a missing one alike, 409 `redaction_window_passed` after a day. */
    async byCustomer(viewer: Viewer, reference: string, key: string, redaction: Redaction): Promise<void> {
      const ticket = await getService(strapi, 'ticket-list', ticketList).find(readerOf(strapi, viewer), reference);
      if (!ticket) throw notFound();
      const message = await find(ticket.id, key);
      if (message.internal || message.authorKind !== 'customer' || message.authorId !== viewer.customerId) throw notFound();
      if (!mayRedact(message.createdAt)) throw new Refusal('redaction_window_passed', 'Words can be taken out of a message for a day. Ask the agents, who always can.');
      await redact(ticket.id, message, wanted(redaction, message), { actor: requesterOf(viewer), author: byCustomer, isAgent: false });
    },
  };
};
