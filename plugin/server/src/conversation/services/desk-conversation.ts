import type { AgentNote, AgentReply, DeskTicketDetail, TakenBack } from '../../../../contracts/desk';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { holdRow, inTransaction, rows } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { standings } from '../../service-levels/promises';
import { serviceLevels } from '../../service-levels/services/service-levels';
import { stateAfterAgentReply } from '../../tickets/state';
import { refuseMerged } from '../../tickets/merged';
import { toEvent, toIso } from '../../tickets/serialize';
import { deskList } from '../../tickets/services/desk-list';
import { participants } from '../../tickets/services/participants';
import { ticketChanges } from '../../tickets/services/ticket-changes';
import type { Actor, TicketEventRow, TicketRow } from '../../tickets/rows';
import { refuseSecrets } from '../secret-guard';
import { toDeskComment } from '../serialize';
import { attachments } from './attachments';
import { comments } from './comments';
import { heldReplies } from './held-replies';
import { joinedTickets } from './joined-tickets';
import { jointReplies } from './joint-replies';
import { newerMessages } from './newer-messages';

type Agent = Actor & { id: number };

/** What agents do with one ticket. Only behind the desk's permissions. */
export const deskConversation = ({ strapi }: { strapi: Strapi }) => {
  const desk = () => getService(strapi, 'desk-list', deskList);
  const changes = () => getService(strapi, 'ticket-changes', ticketChanges);
  const held = () => getService(strapi, 'held-replies', heldReplies);
  const joined = () => getService(strapi, 'joined-tickets', joinedTickets);
  const joint = () => getService(strapi, 'joint-replies', jointReplies);
  const messages = () => getService(strapi, 'comments', comments);

  const find = async (reference: string): Promise<TicketRow> => {
    const ticket = await desk().find(reference);
    if (!ticket) throw notFound();
    return ticket;
  };

  return {
    async show(reference: string, agent: Agent): Promise<DeskTicketDetail> {
      const ticket = await find(reference);
      const summary = await desk().summary(ticket.id, agent.id);
      if (!summary) throw notFound();
      const files = await getService(strapi, 'attachments', attachments).ofTicket(ticket.id);
      const history = await rows<TicketEventRow>(strapi, 'ticket-event').findMany({ where: { ticketId: ticket.id }, orderBy: { id: 'desc' }, limit: 500 });
      const others = await desk().ofRequester(ticket.requesterId, ticket.id);
      return {
        ...summary,
        ...(await joined().beside(ticket.id, { kind: 'agent', id: agent.id, name: agent.name })),
        fields: ticket.fields ?? [],
        comments: (await messages().all(ticket.id)).map((message) => toDeskComment(message, files, { kind: 'agent', id: agent.id, name: agent.name })),
        events: history.reverse().map(toEvent),
        held: await held().ofTicket(ticket.id),
        undoSeconds: strapi.config.get<number>('plugin::portal.replies.undoSeconds'),
        promises: standings(await getService(strapi, 'service-levels', serviceLevels).current(), ticket),
        participants: (await getService(strapi, 'participants', participants).of(ticket.id)).map(({ email }) => email),
        closedAt: ticket.closedAt ? toIso(ticket.closedAt) : null,
        requesterTickets: others.map((other) => ({ reference: other.reference, subject: other.subject, state: other.state })),
      };
    },

    /**
     * A reply the customer sees, at once or after `holdSeconds`; the ticket becomes `state`, waiting for the
     * customer unless said otherwise. 409 `newer_messages` when somebody wrote after what the agent saw. `alsoTo` are
     * tickets worked on in this one: each gets it by itself; 409 `reply_quotes_another` where one would read another's words.
     */
    async reply(reference: string, { state, seen, anyway, holdSeconds, alsoTo, body, attachments: keys, allowSecrets }: AgentReply, agent: Agent): Promise<void> {
      const { id } = await find(reference);
      refuseSecrets({ body }, allowSecrets);
      const others = await joined().chosen(id, alsoTo);
      await inTransaction(strapi, async (afterCommit) => {
        // Not by a write: before a held reply is sent, nothing of its ticket changes. A merge may have been quicker.
        for (const ticket of await joint().hold(id, others)) refuseMerged(ticket);
        const afterComment = seen === undefined && !holdSeconds ? 0 : await getService(strapi, 'newer-messages', newerMessages).refuse(id, { seen, anyway }, agent.id);
        await joint().refuseQuotes(body, [id, ...others]);
        if (holdSeconds) return held().hold(id, { body, files: keys, state, alsoTo: others, afterComment, holdSeconds }, agent);
        await joint().send(await joint().lock(id, others), { body, files: keys }, () => stateAfterAgentReply(state), agent, afterCommit);
      });
    },

    /** Takes a held reply back; see `held-replies`. */
    takeBack: async (reference: string, key: string, agent: Agent): Promise<TakenBack> => held().takeBack(await find(reference), key, agent.id),

    /** A note among agents: it changes neither state nor turn, and no subscriber mails it. */
    async note(reference: string, { allowSecrets, ...message }: AgentNote, agent: Agent): Promise<void> {
      const ticket = await find(reference);
      refuseSecrets({ body: message.body }, allowSecrets);
      await inTransaction(strapi, async (afterCommit) => void (await messages().add(ticket, agent, { ...message, internal: true }, 'note.added', afterCommit)));
    },
  };
};
