import type { Route } from '../../platform/domain';

/** Whoever writes articles needs it, and writing them is a right of the content manager, not one of ours. */
export const articleSegmentRoutes: Route[] = [
  {
    method: 'GET',
    path: '/knowledge/segments',
    handler: 'article-segments.index',
    config: { policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [['plugin::content-manager.explorer.read', 'plugin::portal.article']] } }] },
  },
];
