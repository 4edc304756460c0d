import type { AgentNote, AgentReply, DeskTicketDetail, TicketChange } from '../../../../contracts/desk';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { fieldError, refuseFields } from '../../platform/validate';
import type { Strapi } from '../../platform/domain';
import { standings } from '../../service-levels/promises';
import { serviceLevels } from '../../service-levels/services/service-levels';
import { stateAfterAgentReply } from '../../tickets/state';
import { toEvent, toIso } from '../../tickets/serialize';
import { agents } from '../../tickets/services/agents';
import { categories } from '../../tickets/services/categories';
import { deskList } from '../../tickets/services/desk-list';
import { participants } from '../../tickets/services/participants';
import { ticketChanges } from '../../tickets/services/ticket-changes';
import type { Change } from '../../tickets/services/ticket-changes';
import type { Actor, TicketEventRow, TicketRow } from '../../tickets/rows';
import { toDeskComment } from '../serialize';
import { attachments } from './attachments';
import { comments, ticketAfter } from './comments';

type Agent = Actor & { id: number };

/** What agents do with one ticket. Only behind the desk's permissions. */
export const deskConversation = ({ strapi }: { strapi: Strapi }) => {
  const desk = () => getService(strapi, 'desk-list', deskList);
  const changes = () => getService(strapi, 'ticket-changes', ticketChanges);
  const messages = () => getService(strapi, 'comments', comments);
  const kinds = () => getService(strapi, 'categories', categories);

  const find = async (reference: string): Promise<TicketRow> => {
    const ticket = await desk().find(reference);
    if (!ticket) throw notFound();
    return ticket;
  };

  const categoryChange = async (ticket: TicketRow, slug: string | undefined): Promise<Change['category']> => {
    if (slug === undefined) return undefined;
    const kind = await kinds().bySlug(slug);
    if (!kind) return refuseFields([fieldError('category', 'not_allowed')]);
    return { id: kind.id, name: kind.name, before: (await kinds().byId(ticket.categoryId))?.name ?? '' };
  };

  const assigneeChange = async (id: number | null | undefined): Promise<Change['assignee']> => {
    if (id === undefined || id === null) return id;
    return (await getService(strapi, 'agents', agents).named([id])).get(id) ?? refuseFields([fieldError('assignee', 'not_allowed')]);
  };

  return {
    async show(reference: string, agent: Agent): Promise<DeskTicketDetail> {
      const ticket = await find(reference);
      const [summary] = await desk().withPeople([ticket]);
      if (!summary) throw notFound();
      const files = await getService(strapi, 'attachments', attachments).ofTicket(ticket.id);
      const history = await rows<TicketEventRow>(strapi, 'ticket-event').findMany({ where: { ticketId: ticket.id }, orderBy: { id: 'asc' }, limit: 500 });
      const others = await desk().ofRequester(ticket.requesterId, ticket.id);
      return {
        ...summary,
        fields: ticket.fields ?? [],
        comments: (await messages().all(ticket.id)).map((message) => toDeskComment(message, files, { kind: 'agent', id: agent.id, name: agent.name })),
        events: history.map(toEvent),
        promises: standings(await getService(strapi, 'service-levels', serviceLevels).current(), ticket),
        participants: (await getService(strapi, 'participants', participants).of(ticket.id)).map(({ email }) => email),
        closedAt: ticket.closedAt ? toIso(ticket.closedAt) : null,
        requesterTickets: others.map((other) => ({ reference: other.reference, subject: other.subject, state: other.state })),
      };
    },

    /** A reply the customer sees; the ticket becomes `state`, waiting for the customer unless said otherwise. */
    async reply(reference: string, { state, ...message }: AgentReply, agent: Agent): Promise<void> {
      const { id } = await find(reference);
      await inTransaction(strapi, async (afterCommit) => {
        const ticket = await changes().lock(id);
        await messages().add(ticket, agent, { ...message, internal: false }, 'comment.added', afterCommit);
        await changes().apply(ticket, { state: stateAfterAgentReply(state) }, agent, afterCommit, ticketAfter(ticket, message.body, agent));
      });
    },

    /** A note among agents: it changes neither state nor turn, and no subscriber mails it. */
    async note(reference: string, message: AgentNote, agent: Agent): Promise<void> {
      const ticket = await find(reference);
      await inTransaction(strapi, async (afterCommit) => void (await messages().add(ticket, agent, { ...message, internal: true }, 'note.added', afterCommit)));
    },

    async change(reference: string, { state, priority, category, assignee }: TicketChange, agent: Agent): Promise<void> {
      const { id } = await find(reference);
      await inTransaction(strapi, async (afterCommit) => {
        const ticket = await changes().lock(id);
        const change: Change = { state, priority, category: await categoryChange(ticket, category), assignee: await assigneeChange(assignee) };
        await changes().apply(ticket, change, agent, afterCommit);
      });
    },
  };
};
