import type { Route } from '../../platform/domain';
import { authorRoute } from './author-route';

export const searchIndexRoutes: Route[] = [authorRoute('GET', '/index', 'search-index.show', 'read'), authorRoute('POST', '/index/rebuilds', 'search-index.rebuild', 'rebuild')];
