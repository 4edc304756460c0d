import type { TicketDetail, TicketEvent } from '../../../../contracts/tickets';
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
import type { TicketRow } from '../../tickets/rows';
import { toAttachment, toComment } from '../serialize';
import { attachments } from './attachments';
import { comments } from './comments';
import type { VisibleComment } from './comments';
import type { Owner } from './attachments';
import type { Opened } from './submission';
import type { AttachmentRow } from '../rows';

const closing = (ticket: TicketRow, { limits }: EffectivePolicy): Pick<TicketDetail, 'may' | 'closedAt' | 'reopenUntil'> => {
  const closedAt = ticket.closedAt ? new Date(ticket.closedAt) : null;
  return {
    may: {
      reply: canReply(ticket.state),
      close: canClose(ticket.state),
      reopen: canReopen({ state: ticket.state, closedAt }, now(), limits.reopenWindowDays),
    },
    closedAt: closedAt ? toIso(closedAt) : null,
    reopenUntil: closedAt ? toIso(reopenUntil(closedAt, limits.reopenWindowDays)) : null,
  };
};

/** What a ticket's page is composed of. */
interface Parts {
  ticket: TicketRow;
  comments: VisibleComment[];
  files: AttachmentRow[];
  events: TicketEvent[];
}

/** All that the customer's page of one ticket shows. */
export const ticketPage = ({ strapi }: { strapi: Strapi }) => {
  const files = async (ticketId: number): Promise<AttachmentRow[]> => (await getService(strapi, 'attachments', attachments).ofTicket(ticketId)).filter((file) => !file.internal);

  const compose = async (viewer: Viewer, policy: EffectivePolicy, parts: Parts): Promise<TicketDetail> => {
    const { ticket } = parts;
    const reader: Owner = { kind: 'customer', id: viewer.customerId, name: viewer.name };
    return {
      ...toSummary(ticket, await getService(strapi, 'categories', categories).byId(ticket.categoryId)),
      ...closing(ticket, policy),
      fields: ticket.fields ?? [],
      comments: parts.comments.map((message) => toComment(message, parts.files, reader)),
      attachments: parts.files.map((file) => toAttachment(file, reader)),
      events: parts.events,
      audience: [
        { name: viewer.name, role: 'requester' },
        { name: strapi.config.get<string>('plugin::portal.brand'), role: 'agents' },
      ],
    };
  };

  return {
    /** In four statements; 404 for a missing ticket and another's alike. */
    async show(viewer: Viewer, reference: string, policy: EffectivePolicy): Promise<TicketDetail> {
      const list = getService(strapi, 'ticket-list', ticketList);
      const ticket = await list.find(viewer.customerId, reference);
      if (!ticket) throw notFound();
      const messages = await getService(strapi, 'comments', comments).visible(ticket.id);
      return compose(viewer, policy, { ticket, comments: messages, files: await files(ticket.id), events: await list.publicEvents(ticket.id) });
    },

    /** The page of a ticket that was opened just now, from what is known of it. */
    ofNew: async (viewer: Viewer, { ticket, comment, event }: Opened, hasFiles: boolean, policy: EffectivePolicy): Promise<TicketDetail> =>
      compose(viewer, policy, { ticket, comments: [comment], files: hasFiles ? await files(ticket.id) : [], events: [toEvent(event)] }),
  };
};
