import type { Route } from '../../platform/domain';
import { deskRoute } from './desk-route';

export const deskRoutes: Route[] = [
  deskRoute('GET', '/tickets', 'desk-tickets.index', 'read'),
  deskRoute('GET', '/agents', 'desk-tickets.agents', 'read'),
  deskRoute('GET', '/categories', 'desk-categories.index', 'read'),
  deskRoute('POST', '/categories', 'desk-categories.create', 'categories'),
  deskRoute('PUT', '/categories/:slug', 'desk-categories.update', 'categories'),
  deskRoute('DELETE', '/categories/:slug', 'desk-categories.remove', 'categories'),
];
