import { adminRoute } from '../../platform/admin-route';
import type { Route } from '../../platform/domain';

/** Whoever writes articles needs it, and writing them is a right of the content manager, not one of ours. */
export const articleSegmentRoutes: Route[] = [
  adminRoute('GET', '/knowledge/segments', 'article-segments.index', ['plugin::content-manager.explorer.read', 'plugin::portal.article']),
];
