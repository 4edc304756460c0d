import { customerRoute } from '../../segments/routes/customer-route';
import { deskRoute } from '../../tickets/routes/desk-route';
import type { Route } from '../../platform/domain';

export const ticketArticleRoutes: Route[] = [customerRoute('GET', '/tickets/:reference/articles', 'ticket-articles.show', 'knowledgeBase')];

export const deskArticleRoutes: Route[] = [
  deskRoute('GET', '/tickets/:reference/articles', 'ticket-articles.deskShow', 'read'),
  deskRoute('GET', '/tickets/:reference/requester', 'requester-panels.show', 'read'),
  deskRoute('GET', '/users/:id/tickets', 'requester-panels.ofUser', 'read'),
  deskRoute('PUT', '/tickets/:reference/articles/:slug', 'ticket-articles.link', 'reply'),
  deskRoute('DELETE', '/tickets/:reference/articles/:slug', 'ticket-articles.unlink', 'reply'),
];
