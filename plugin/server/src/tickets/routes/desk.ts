import type { Route } from '../../platform/domain';
import { deskRoute } from './desk-route';

export const deskRoutes: Route[] = [
  deskRoute('GET', '/agents', 'desk-tickets.agents', 'read'),
  deskRoute('GET', '/tags', 'desk-tickets.tags', 'read'),
  deskRoute('PUT', '/tickets/:reference/read-mark', 'desk-tickets.read', 'read'),
  deskRoute('DELETE', '/tickets/:reference/read-mark', 'desk-tickets.unread', 'read'),
  deskRoute('GET', '/views', 'desk-views.index', 'read'),
  deskRoute('POST', '/views', 'desk-views.create', 'read'),
  deskRoute('PUT', '/views/:id', 'desk-views.update', 'read'),
  deskRoute('DELETE', '/views/:id', 'desk-views.remove', 'read'),
  deskRoute('GET', '/categories', 'desk-categories.index', 'read'),
  deskRoute('POST', '/categories', 'desk-categories.create', 'categories'),
  deskRoute('PUT', '/categories/:slug', 'desk-categories.update', 'categories'),
  deskRoute('PUT', '/category-order', 'desk-categories.order', 'categories'),
  deskRoute('DELETE', '/categories/:slug', 'desk-categories.remove', 'categories'),
];
