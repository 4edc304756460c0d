import type { HeldReply, TakenBack } from '../../../../contracts/desk';
import type { TicketState } from '../../../../contracts/tickets';
import { after, now, seconds } from '../../platform/clock';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import { newToken } from '../../platform/tokens';
import { fieldError, refuseFields } from '../../platform/validate';
import { insertRow } from '../../platform/write-rows';
import { saidBy } from '../../platform/said-by';
import type { Strapi } from '../../platform/domain';
import { doneStates, stateAfterAgentReply } from '../../tickets/state';
import { toIso } from '../../tickets/serialize';
import type { Actor, TicketRow } from '../../tickets/rows';
import { toAttachment } from '../serialize';
import type { HeldReplyRow } from '../rows';
import { attachments } from './attachments';
import type { Owner } from './attachments';
import { joinedTickets } from './joined-tickets';
import { jointReplies } from './joint-replies';

/** What is held: the words, loose files, the wanted state, and the last message there was. */
export interface ReplyToHold {
  body: string;
  files: string[];
  state: TicketState | undefined;
  alsoTo: number[];
  afterComment: number;
  holdSeconds: number;
}

const dueSql = 'select id from portal_held_replies where release_at <= ? order by id limit 50';
const unseenSql = `select id from portal_comments where ticket_id = ? and id > ? and internal = ? and author_kind = 'customer' limit 1`;
const unseenSinceSql = `select id from portal_comments where ticket_id = ? and created_at > ? and internal = ? and author_kind = 'customer' limit 1`;
const ownerOf = ({ agentId, agentName }: Pick<HeldReplyRow, 'agentId' | 'agentName'>): Owner => ({ kind: 'agent', id: agentId, name: agentName });

/** Replies that can be taken back for some seconds. They are kept at once, and a job sends them: a closed tab or a restart loses none. */
export const heldReplies = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<HeldReplyRow>(strapi, 'held-reply');
  const files = () => getService(strapi, 'attachments', attachments);

  /**
   * What the agent wanted, unless the customer wrote something that he had not seen: then it is the agents' turn.
   * What somebody ended meanwhile stays ended, where the agent did not ask for a state himself.
   */
  const stateFor = async ({ afterComment, state, createdAt, ...held }: HeldReplyRow, ticket: TicketRow): Promise<TicketState> => {
    const endedAt = doneStates.includes(ticket.state) ? (ticket.closedAt ?? ticket.solvedAt) : null;
    if (state === null && endedAt !== null && new Date(endedAt) > new Date(createdAt)) return ticket.state;
    // Of another ticket that it also goes to, the agent had seen what was there when he wrote.
    const [unseen] = ticket.id === held.ticketId ? await readRows<{ id: number }>(strapi, unseenSql, [ticket.id, afterComment, false]) : await readRows<{ id: number }>(strapi, unseenSinceSql, [ticket.id, new Date(createdAt), false]);
    return unseen ? 'open' : stateAfterAgentReply(state ?? undefined);
  };

  const release = (id: number): Promise<void> =>
    inTransaction(strapi, async (afterCommit) => {
      const found = await table.findOne({ where: { id } });
      if (!found) return;
      const joint = getService(strapi, 'joint-replies', jointReplies);
      const tickets = await joint.lock(found.ticketId, await getService(strapi, 'joined-tickets', joinedTickets).stillOf(found.ticketId, found.alsoTo ?? []));
      // Whoever takes the row away sends the reply: taken back meanwhile, or sent by another node, it is gone. One that
      // a merge moved while this waited for its old ticket is sent to its new one in the next round.
      const { count } = await table.deleteMany({ where: { id, ticketId: found.ticketId } });
      if (count !== 1) return;
      const author: Actor & { id: number } = ownerOf(found);
      // A file that is gone must not keep the words from arriving.
      const loose = found.files.length > 0 ? await files().loose(found.files, ownerOf(found)) : [];
      await joint.send(tickets, { body: found.body, files: loose.map(({ key }) => key) }, (ticket) => stateFor(found, ticket), author, afterCommit);
    });

  const referencesOf = async (ids: number[]): Promise<string[]> =>
    ids.length > 0 ? (await rows<TicketRow>(strapi, 'ticket').findMany({ where: { id: { $in: ids } }, select: ['reference'], limit: ids.length })).map(({ reference }) => reference) : [];

  return {
    /** Keeps a reply. In the caller's transaction; refuses files that are not the agent's own loose ones. */
    async hold(ticketId: number, { body, files: keys, state, alsoTo, afterComment, holdSeconds }: ReplyToHold, agent: Actor & { id: number }): Promise<void> {
      const unique = [...new Set(keys)];
      const owner = ownerOf({ agentId: agent.id, agentName: agent.name });
      const loose = unique.length > 0 ? await files().loose(unique, owner) : [];
      if (loose.length !== unique.length) refuseFields([fieldError('attachments', 'not_allowed')]);
      const releaseAt = after(now(), seconds(holdSeconds)).toISOString();
      await insertRow<HeldReplyRow>(strapi, 'held-reply', { key: newToken(), ticketId, agentId: agent.id, agentName: agent.name, body, files: unique, state: state ?? null, alsoTo, afterComment, releaseAt });
    },

    async ofTicket(ticketId: number): Promise<HeldReply[]> {
      const found = await table.findMany({ where: { ticketId }, orderBy: { id: 'asc' }, limit: 20 });
      return found.map((row) => ({ id: row.key, agent: { id: row.agentId, name: row.agentName }, body: row.body, files: row.files.length, releaseAt: toIso(row.releaseAt) }));
    },

    /** Gives a reply back to the agent who wrote it, also where a merge took it along; 409 `already_sent` when it is too late. */
    takeBack: (ticket: Pick<TicketRow, 'id' | 'mergedIntoId'>, key: string, agentId: number): Promise<TakenBack> =>
      inTransaction(strapi, async () => {
        const found = await table.findOne({ where: { key, ticketId: ticket.mergedIntoId ?? ticket.id, agentId } });
        const { count } = found ? await table.deleteMany({ where: { id: found.id } }) : { count: 0 };
        if (!found || count !== 1) throw new Refusal('already_sent', 'This reply was sent already, or it is not yours to take back.');
        const loose = found.files.length > 0 ? await files().loose(found.files, ownerOf(found)) : [];
        return { body: found.body, attachments: loose.map((file) => toAttachment(file, ownerOf(found))), state: found.state, alsoTo: await referencesOf(found.alsoTo ?? []) };
      }),

    /** Sends all whose time is over; one that fails waits for the next round and holds up no other. */
    async releaseDue(): Promise<void> {
      for (const { id } of await readRows<{ id: number }>(strapi, dueSql, [now()])) {
        await release(id).catch((error: unknown) => strapi.log.error(`A held reply could not be sent: ${saidBy(error)}. It will be tried again.`));
      }
    },
  };
};
