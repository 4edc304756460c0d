import { deskRoute } from '../../tickets/routes/desk-route';
import type { Route } from '../../platform/domain';

export const deskConversationRoutes: Route[] = [
  deskRoute('GET', '/tickets', 'inbox.index', 'read'),
  deskRoute('GET', '/tickets/:reference', 'desk-conversation.show', 'read'),
  deskRoute('PUT', '/tickets/:reference', 'desk-conversation.update', 'read'),
  deskRoute('POST', '/tickets/changes', 'desk-conversation.updateMany', 'read'),
  deskRoute('POST', '/tickets/:reference/comments', 'desk-conversation.reply', 'reply'),
  deskRoute('DELETE', '/tickets/:reference/held-replies/:id', 'desk-conversation.takeBack', 'reply'),
  deskRoute('PUT', '/tickets/:reference/presence', 'desk-conversation.present', 'read'),
  deskRoute('DELETE', '/tickets/:reference/presence', 'desk-conversation.leave', 'read'),
  deskRoute('POST', '/tickets/:reference/notes', 'desk-conversation.note', 'note'),
  deskRoute('GET', '/tickets/:reference/merge', 'ticket-merges.preview', 'merge'),
  deskRoute('POST', '/tickets/:reference/merge', 'ticket-merges.merge', 'merge'),
  deskRoute('DELETE', '/tickets/:reference/merge', 'ticket-merges.separate', 'merge'),
  deskRoute('GET', '/saved-replies', 'saved-replies.index', 'reply'),
  deskRoute('POST', '/saved-replies', 'saved-replies.create', 'reply'),
  deskRoute('PUT', '/saved-replies/:id', 'saved-replies.update', 'reply'),
  deskRoute('DELETE', '/saved-replies/:id', 'saved-replies.remove', 'reply'),
  deskRoute('POST', '/attachments', 'attachments.deskCreate', 'reply'),
  deskRoute('GET', '/attachments/:id', 'attachments.deskShow', 'read'),
];
