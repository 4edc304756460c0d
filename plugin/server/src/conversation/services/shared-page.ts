import type { SharedTicket } from '../../../../contracts/sharing';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import type { OwnTicket } from '../../tickets/own-ticket';
import { toIso } from '../../tickets/serialize';
import { shareLinks } from '../../tickets/services/share-links';
import type { AttachmentRow } from '../rows';
import { visibleConversation } from './visible-conversation';

/** A ticket for whoever has a link to it: what was said, by name, and its files. Nothing of an account. */
export const sharedPage = ({ strapi }: { strapi: Strapi }) => {
  const find = async (token: string): Promise<OwnTicket & { expiresAt: string }> => {
    const ticket = await getService(strapi, 'share-links', shareLinks).ticketOf(token);
    if (!ticket) throw notFound();
    return ticket;
  };
  const conversationOf = (ticket: OwnTicket) => getService(strapi, 'visible-conversation', visibleConversation).of(ticket);

  return {
    /** 404 for a link that is expired, taken back or never was. */
    async show(token: string): Promise<SharedTicket> {
      const ticket = await find(token);
      const { messages, files } = await conversationOf(ticket);
      return {
        reference: ticket.reference,
        subject: ticket.subject,
        state: ticket.state,
        createdAt: toIso(ticket.createdAt),
        updatedAt: toIso(ticket.updatedAt),
        expiresAt: toIso(ticket.expiresAt),
        comments: messages.map(({ rowId, message: { id, author, html, createdAt } }) => ({
          id,
          author,
          html,
          createdAt,
          files: files.filter(({ commentId }) => commentId === rowId).map(({ key, name, size }) => ({ id: key, name, size })),
        })),
      };
    },

    /** A file of that conversation; 404 for any other. */
    async file(token: string, key: string): Promise<AttachmentRow> {
      const { files } = await conversationOf(await find(token));
      const found = files.find((file) => file.key === key);
      if (!found) throw notFound();
      return found;
    },
  };
};
