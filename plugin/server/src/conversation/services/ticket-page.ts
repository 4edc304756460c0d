import type { TicketDetail } from '../../../../contracts/tickets';
import type { Viewer } from '../../accounts/viewer';
import { now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import type { EffectivePolicy } from '../../segments/services/policies';
import { canClose, canReopen, canReply, reopenUntil } from '../../tickets/state';
import { toEvent, toIso, toSummary } from '../../tickets/serialize';
import { categories } from '../../tickets/services/categories';
import { ticketList } from '../../tickets/services/ticket-list';
import type { TicketRow, detailColumns } from '../../tickets/rows';
import { filesOf, toAttachment, toMessage } from '../serialize';
import { attachments } from './attachments';
import { visibleConversation } from './visible-conversation';
import type { Owner } from './attachments';
import type { Opened } from './submission';
import type { VisibleConversation } from './visible-conversation';

type PageTicket = Pick<TicketRow, keyof typeof detailColumns>;

const closing = (ticket: PageTicket, { limits }: EffectivePolicy): Pick<TicketDetail, 'may' | 'closedAt' | 'reopenUntil'> => {
  const isMerged = ticket.mergedIntoId !== null;
  const closedAt = ticket.closedAt ? new Date(ticket.closedAt) : null;
  return {
    may: {
      reply: canReply(ticket.state),
      close: canClose(ticket.state),
      reopen: !isMerged && canReopen({ state: ticket.state, closedAt }, now(), limits.reopenWindowDays),
    },
    closedAt: closedAt ? toIso(closedAt) : null,
    reopenUntil: closedAt && !isMerged ? toIso(reopenUntil(closedAt, limits.reopenWindowDays)) : null,
  };
};

/** All that the customer's page of one ticket shows. */
export const ticketPage = ({ strapi }: { strapi: Strapi }) => {
  const compose = async (viewer: Viewer, policy: EffectivePolicy, ticket: PageTicket, { messages, files, events }: VisibleConversation): Promise<TicketDetail> => {
    const reader: Owner = { kind: 'customer', id: viewer.customerId, name: viewer.name };
    return {
      ...toSummary(ticket, await getService(strapi, 'categories', categories).byId(ticket.categoryId)),
      ...closing(ticket, policy),
      fields: ticket.fields ?? [],
      comments: messages.map(({ rowId, message }) => ({ ...message, attachments: filesOf(rowId, files, reader) })),
      attachments: files.map((file) => toAttachment(file, reader)),
      events,
      audience: [
        { name: viewer.name, role: 'requester' },
        { name: strapi.config.get<string>('plugin::portal.brand'), role: 'agents' },
      ],
    };
  };

  return {
    /** In one statement while the conversation is known, in four when it is not; 404 for a missing ticket and another's alike. */
    async show(viewer: Viewer, reference: string, policy: EffectivePolicy): Promise<TicketDetail> {
      const ticket = await getService(strapi, 'ticket-list', ticketList).find(viewer.customerId, reference);
      if (!ticket) throw notFound();
      return compose(viewer, policy, ticket, await getService(strapi, 'visible-conversation', visibleConversation).of(ticket));
    },

    /** The page of a ticket that was opened just now, from what is known of it. */
    async ofNew(viewer: Viewer, { ticket, comment, event }: Opened, hasFiles: boolean, policy: EffectivePolicy): Promise<TicketDetail> {
      const files = hasFiles ? await getService(strapi, 'attachments', attachments).ofTicket(ticket.id) : [];
      return compose(viewer, policy, ticket, { messages: [{ rowId: comment.id, message: toMessage(comment) }], files, events: [toEvent(event)] });
    },
  };
};
