import type { TicketDetail } from '../../../../contracts/tickets';
import type { Viewer } from '../../accounts/viewer';
import { now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { effectivePolicy } from '../../segments/services/policies';
import type { EffectivePolicy } from '../../segments/resolve-policy';
import type { Reader } from '../../tickets/membership';
import { canClose, canReopen, canReply, reopenUntil } from '../../tickets/state';
import { toEvent, toIso, toSummary } from '../../tickets/serialize';
import { audiences } from '../../tickets/services/audiences';
import type { Standing } from '../../tickets/services/audiences';
import { categories } from '../../tickets/services/categories';
import { ticketList } from '../../tickets/services/ticket-list';
import type { ReadTicket } from '../../tickets/services/ticket-list';
import type { TicketRow, detailColumns } from '../../tickets/rows';
import { filesOf, secretsOf, toAttachment, toMessage } from '../serialize';
import { mayRedact } from '../redaction-window';
import { attachments } from './attachments';
import { replyVotes } from './reply-votes';
import { visibleConversation } from './visible-conversation';
import type { Owner } from './attachments';
import type { Opened } from './submission';
import type { VisibleConversation } from './visible-conversation';

type PageTicket = Pick<TicketRow, keyof typeof detailColumns> & Pick<ReadTicket, 'shareLinks' | 'participants' | 'muted' | 'votes' | 'requesterName'>;

const closing = (ticket: PageTicket, standing: Standing, { limits, features }: EffectivePolicy): Pick<TicketDetail, 'may' | 'closedAt' | 'reopenUntil'> => {
  const isMerged = ticket.mergedIntoId !== null;
  const isRequester = standing === 'requester';
  const closedAt = ticket.closedAt ? new Date(ticket.closedAt) : null;
  return {
    may: {
      reply: canReply(ticket.state) && (standing !== 'colleague' || features.organisationReplies),
      close: isRequester && canClose(ticket.state),
      invite: isRequester && !isMerged,
      reopen: isRequester && !isMerged && canReopen({ state: ticket.state, closedAt }, now(), limits.reopenWindowDays),
    },
    closedAt: closedAt ? toIso(closedAt) : null,
    reopenUntil: closedAt && !isMerged ? toIso(reopenUntil(closedAt, limits.reopenWindowDays)) : null,
  };
};

/** What he may still take words out of. */
const isOwnAndYoung = ({ customerId }: Viewer, author: number | null, createdAt: string): boolean => author === customerId && mayRedact(createdAt);

/** All that the customer's page of one ticket shows. */
export const ticketPage = ({ strapi }: { strapi: Strapi }) => {
  const compose = async (viewer: Viewer, ticket: PageTicket, { messages, files, events }: VisibleConversation): Promise<TicketDetail> => {
    const policy = effectivePolicy(strapi, viewer);
    const reader: Owner = { kind: 'customer', id: viewer.customerId, name: viewer.name };
    const { standing, audience } = await getService(strapi, 'audiences', audiences).of(viewer, ticket, policy.theme.name);
    const votes = ticket.votes > 0 ? await getService(strapi, 'reply-votes', replyVotes).of(viewer.customerId, ticket.id) : new Map<number, boolean>();
    return {
      ...toSummary(ticket, await getService(strapi, 'categories', categories).byId(ticket.categoryId)),
      ...closing(ticket, standing, policy),
      fields: ticket.fields ?? [],
      comments: messages.map(({ rowId, customerId, message }) => ({ ...message, ...(isOwnAndYoung(viewer, customerId, message.createdAt) ? secretsOf({ body: message.body, cut: null }) : {}), mine: customerId === viewer.customerId, helpful: votes.get(rowId) ?? null, attachments: filesOf(rowId, files, reader) })),
      attachments: files.map((file) => toAttachment(file, reader)),
      events,
      shareLinks: ticket.shareLinks,
      participating: standing === 'participant',
      colleague: standing === 'colleague',
      muted: ticket.muted,
      audience,
    };
  };

  const ofRead = async (viewer: Viewer, ticket: ReadTicket): Promise<TicketDetail> =>
    compose(viewer, ticket, await getService(strapi, 'visible-conversation', visibleConversation).of(ticket));

  return {
    /** In one statement while the conversation is known, in four when it is not; 404 for a missing ticket and one that `as` may not read alike. */
    async show(viewer: Viewer, as: Reader, reference: string): Promise<TicketDetail> {
      const ticket = await getService(strapi, 'ticket-list', ticketList).find(as, reference);
      if (!ticket) throw notFound();
      return ofRead(viewer, ticket);
    },

    /** The same of a ticket that `ticket-list.find` just gave for this viewer. */
    ofRead,

    /** The page of a ticket that was opened just now, from what is known of it. */
    async ofNew(viewer: Viewer, { ticket, comment, event }: Opened, hasFiles: boolean): Promise<TicketDetail> {
      const files = hasFiles ? await getService(strapi, 'attachments', attachments).ofTicket(ticket.id) : [];
      return compose(viewer, { ...ticket, shareLinks: 0, participants: 0, muted: false, votes: 0, requesterName: viewer.name }, { messages: [{ rowId: comment.id, customerId: viewer.customerId, message: toMessage(comment) }], files, events: [toEvent(event)] });
    },
  };
};
