import type { TicketDetail } from '../../../../contracts/tickets';
import type { Viewer } from '../../accounts/viewer';
import { now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import type { EffectivePolicy } from '../../segments/services/policies';
import { canClose, canReopen, canReply, reopenUntil } from '../../tickets/state';
import { toIso, toSummary } from '../../tickets/serialize';
import { categories } from '../../tickets/services/categories';
import { ticketList } from '../../tickets/services/ticket-list';
import type { TicketRow } from '../../tickets/rows';
import { toAttachment, toComment } from '../serialize';
import { attachments } from './attachments';
import { comments } from './comments';
import type { Owner } from './attachments';

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

/** All that the customer's page of one ticket shows, in four statements. */
export const ticketPage = ({ strapi }: { strapi: Strapi }) => ({
  /** 404 for a missing ticket and another's alike. */
  async show(viewer: Viewer, reference: string, policy: EffectivePolicy): Promise<TicketDetail> {
    const list = getService(strapi, 'ticket-list', ticketList);
    const ticket = await list.find(viewer.customerId, reference);
    if (!ticket) throw notFound();
    const messages = await getService(strapi, 'comments', comments).visible(ticket.id);
    const files = (await getService(strapi, 'attachments', attachments).ofTicket(ticket.id)).filter((file) => !file.internal);
    const reader: Owner = { kind: 'customer', id: viewer.customerId, name: viewer.name };
    return {
      ...toSummary(ticket, await getService(strapi, 'categories', categories).byId(ticket.categoryId)),
      ...closing(ticket, policy),
      fields: ticket.fields ?? [],
      comments: messages.map((message) => toComment(message, files, reader)),
      attachments: files.map((file) => toAttachment(file, reader)),
      events: await list.publicEvents(ticket.id),
      audience: [
        { name: viewer.name, role: 'requester' },
        { name: strapi.config.get<string>('plugin::portal.brand'), role: 'agents' },
      ],
    };
  },
});
