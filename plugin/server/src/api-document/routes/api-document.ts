import type { Route } from '../../platform/domain';

export const apiDocumentRoutes: Route[] = [
  { method: 'GET', path: '/openapi.json', handler: 'api-document.show', config: { auth: false, why: 'It says what can be asked, and holds nothing of anybody.' } },
];
