import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import type { TicketState } from '../../../../contracts/tickets';
import { ticketChanges } from '../../tickets/services/ticket-changes';
import type { Actor, TicketRow } from '../../tickets/rows';
import { quotes } from '../quoted-words';
import { attachments } from './attachments';
import { comments, ticketAfter } from './comments';
import { joinedTickets } from './joined-tickets';

type AfterCommit = (run: () => void) => void;
type Agent = Actor & { id: number };
/** An agent's words, with his loose files. */
export interface Words {
  body: string;
  files: string[];
}

interface Said {
  ticketId: number;
  body: string;
  authorKind: 'customer' | 'agent';
}

const saidSql = (count: number): string => `select ticket_id as "ticketId", body, author_kind as "authorKind" from portal_comments where internal = ? and ticket_id in (${Array.from({ length: count }, () => '?').join(', ')})`;

/** An agent's reply to one ticket and, where he chose so, to others that are worked on in it: to each by itself, so that no customer sees another. */
export const jointReplies = ({ strapi }: { strapi: Strapi }) => {
  const changes = () => getService(strapi, 'ticket-changes', ticketChanges);
  const files = () => getService(strapi, 'attachments', attachments);

  const say = async (ticket: TicketRow, words: Words, state: TicketState, agent: Agent, afterCommit: AfterCommit): Promise<void> => {
    await getService(strapi, 'comments', comments).add(ticket, agent, { body: words.body, attachments: words.files, internal: false }, 'comment.added', afterCommit);
    await changes().apply(ticket, { state }, agent, afterCommit, ticketAfter(ticket, words.body, agent));
  };

  /** Always in the same order, so that two who want the same tickets cannot wait for each other; the ticket itself first in the answer. */
  const takeAll = async (id: number, alsoTo: number[], take: (id: number) => Promise<TicketRow>): Promise<TicketRow[]> => {
    const taken = new Map<number, TicketRow>();
    for (const each of [...new Set([id, ...alsoTo])].sort((one, other) => one - other)) taken.set(each, await take(each));
    return [id, ...alsoTo].flatMap((each) => taken.get(each) ?? []);
  };

  return {
    /** Locks a ticket with those that a reply also goes to, for changing them. */
    lock: (id: number, alsoTo: number[]): Promise<TicketRow[]> => takeAll(id, alsoTo, changes().lock),
    /** The same for reading them while nothing changes. */
    hold: (id: number, alsoTo: number[]): Promise<TicketRow[]> => takeAll(id, alsoTo, changes().hold),

    /**
     * Refuses with 409 `reply_quotes_another` what would show a customer the words of another, of all that are worked on
     * together; what he wrote himself, or was told already, he may read again.
     */
    async refuseQuotes(body: string, goesTo: number[]): Promise<void> {
      const group = await getService(strapi, 'joined-tickets', joinedTickets).groupOf(goesTo[0] ?? 0);
      if (group.length < 2) return;
      const said = await readRows<Said>(strapi, saidSql(group.length), [false, ...group]);
      const textsOf = (wanted: (each: Said) => boolean): string[] => said.filter(wanted).map((each) => each.body);
      const isQuoting = goesTo.some((own) => quotes(body, textsOf(({ ticketId, authorKind }) => ticketId !== own && authorKind === 'customer'), textsOf(({ ticketId }) => ticketId === own)));
      if (isQuoting) throw new Refusal('reply_quotes_another', 'This reply repeats what another customer wrote, who must not be read here. Say it in your own words. Nothing was sent.');
    },

    /** Says it on each of the locked tickets. Files are copied, since each belongs to one message. */
    async send([ticket, ...others]: TicketRow[], words: Words, stateFor: (ticket: TicketRow) => Promise<TicketState> | TicketState, agent: Agent, afterCommit: AfterCommit): Promise<void> {
      for (const other of others) {
        await say(other, { body: words.body, files: await files().copies(words.files, { kind: 'agent', id: agent.id, name: agent.name }) }, await stateFor(other), agent, afterCommit);
      }
      if (ticket) await say(ticket, words, await stateFor(ticket), agent, afterCommit);
    },
  };
};
