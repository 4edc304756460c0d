import { openRoute } from '../../segments/routes/customer-route';
import type { Route } from '../../platform/domain';
import { authorRoute } from './author-route';

/** Where authors get the address of a preview. */
export const previewDeskRoutes: Route[] = [authorRoute('POST', '/previews', 'previews.create', 'preview')];

/** Where the portal's page reads one. */
export const previewRoutes: Route[] = [openRoute('GET', '/knowledge/previews/:token', 'previews.show', 'The signed token says which author lets it be read, for a quarter of an hour.', 'knowledgeBase')];
