import { authorRoute } from '../../knowledge/routes/author-route';
import type { Route } from '../../platform/domain';

export const authorRoutes: Route[] = [
  authorRoute('GET', '/gaps', 'authors.gaps', 'read'),
  authorRoute('POST', '/gaps/drafts', 'authors.draft', 'read'),
  authorRoute('GET', '/figures', 'authors.figures', 'read'),
  authorRoute('GET', '/labels', 'authors.labels', 'read'),
  authorRoute('DELETE', '/labels/:id', 'authors.forget', 'labels'),
];
