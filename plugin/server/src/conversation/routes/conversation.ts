import { within } from '../../limits/within';
import { customerRoute, openRoute } from '../../segments/routes/customer-route';
import type { Route } from '../../platform/domain';

const lateWords = 'What was typed after a session ended must not be lost; reading back needs the session and the browser.';

const mailedLink = 'The link was mailed to the requester; it takes his rating of this one request and shows its subject.';
const anyReader = 'Whoever was given a link reads this one request, and is signed in by it to nothing.';

export const conversationRoutes: Route[] = [
  customerRoute('GET', '/me/limits', 'conversation.limits'),
  customerRoute('POST', '/tickets', 'conversation.open', 'ticketSubmission'),
  customerRoute('POST', '/tickets/checks', 'conversation.check', 'ticketSubmission'),
  customerRoute('GET', '/tickets/:reference', 'conversation.show'),
  customerRoute('POST', '/tickets/:reference/comments', 'conversation.reply'),
  customerRoute('GET', '/tickets/:reference/rating', 'ratings.show'),
  customerRoute('PUT', '/tickets/:reference/rating', 'ratings.rate'),
  customerRoute('PUT', '/tickets/:reference/comments/:id/vote', 'ratings.vote'),
  { method: 'GET', path: '/ratings/:token', handler: 'ratings.showMailed', config: { auth: false, why: mailedLink } },
  { method: 'PUT', path: '/ratings/:token', handler: 'ratings.rateMailed', config: { auth: false, why: mailedLink, policies: [within('changes')] } },
  customerRoute('POST', '/attachments', 'attachments.create', 'fileUploads', 'uploads'),
  customerRoute('GET', '/attachments', 'attachments.index'),
  customerRoute('GET', '/attachments/:id', 'attachments.show'),
  customerRoute('DELETE', '/attachments/:id', 'attachments.remove'),
  openRoute('GET', '/shared/:token', 'shared.show', anyReader),
  openRoute('GET', '/shared/:token/attachments/:id', 'shared.file', anyReader),
  openRoute('GET', '/drafts/:purpose', 'drafts.show', lateWords),
  openRoute('PUT', '/drafts/:purpose', 'drafts.update', lateWords, undefined, 'changes'),
  openRoute('DELETE', '/drafts/:purpose', 'drafts.remove', lateWords),
];
