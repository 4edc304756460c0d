import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import type { TicketState } from '../../../../contracts/tickets';
import { canReply } from '../../tickets/state';
import { ticketChanges } from '../../tickets/services/ticket-changes';
import type { Actor, TicketRow } from '../../tickets/rows';
import { quotes } from '../quoted-words';
import { attachments } from './attachments';
import { comments, ticketAfter } from './comments';

type AfterCommit = (run: () => void) => void;
type Agent = Actor & { id: number };
/** An agent's words, with his loose files. */
export interface Words {
  body: string;
  files: string[];
}

const saidSql = (count: number): string => `select ticket_id as "ticketId", body from portal_comments where author_kind = 'customer' and internal = ? and ticket_id in (${Array.from({ length: count }, () => '?').join(', ')})`;

/** An agent's reply to one ticket and, where he chose so, to others that are worked on in it: to each by itself, so that no customer sees another. */
export const jointReplies = ({ strapi }: { strapi: Strapi }) => {
  const changes = () => getService(strapi, 'ticket-changes', ticketChanges);
  const files = () => getService(strapi, 'attachments', attachments);

  const say = async (ticket: TicketRow, words: Words, state: TicketState, agent: Agent, afterCommit: AfterCommit): Promise<void> => {
    await getService(strapi, 'comments', comments).add(ticket, agent, { body: words.body, attachments: words.files, internal: false }, 'comment.added', afterCommit);
    await changes().apply(ticket, { state }, agent, afterCommit, ticketAfter(ticket, words.body, agent));
  };

  return {
    /** Locks the ticket with those that a reply also goes to, always in the same order; the ticket itself first in the answer. */
    async lock(id: number, alsoTo: number[]): Promise<TicketRow[]> {
      const locked = new Map<number, TicketRow>();
      for (const each of [...new Set([id, ...alsoTo])].sort((one, other) => one - other)) locked.set(each, await changes().lock(each));
      return [id, ...alsoTo].flatMap((each) => locked.get(each) ?? []);
    },

    /** Refuses with 409 `reply_quotes_another` what would show one customer the words of another. */
    async refuseQuotes(body: string, ticketIds: number[]): Promise<void> {
      if (ticketIds.length < 2) return;
      const said = await readRows<{ ticketId: number; body: string }>(strapi, saidSql(ticketIds.length), [false, ...ticketIds]);
      const isQuoting = ticketIds.some((own) => quotes(body, said.filter(({ ticketId }) => ticketId !== own).map((each) => each.body)));
      if (isQuoting) throw new Refusal('reply_quotes_another', 'This reply repeats what one of the customers wrote, and others would read it. Say it in your own words, or answer each by himself. Nothing was sent.');
    },

    /** Says it on each of the locked tickets; closed ones among the others are left out. Files are copied, since each belongs to one message. */
    async send([ticket, ...others]: TicketRow[], words: Words, stateFor: (ticket: TicketRow) => Promise<TicketState> | TicketState, agent: Agent, afterCommit: AfterCommit): Promise<void> {
      for (const other of others.filter(({ state }) => canReply(state))) {
        await say(other, { body: words.body, files: await files().copies(words.files, { kind: 'agent', id: agent.id, name: agent.name }) }, await stateFor(other), agent, afterCommit);
      }
      if (ticket) await say(ticket, words, await stateFor(ticket), agent, afterCommit);
    },
  };
};
