import type { Route } from '../../platform/domain';
import { authorRoute } from './author-route';

export const searchWordsRoutes: Route[] = [
  authorRoute('GET', '/search-words', 'search-words.index', 'words'),
  authorRoute('PUT', '/search-words/:language', 'search-words.update', 'words'),
  authorRoute('POST', '/search-words/:language/trials', 'search-words.try', 'words'),
];
