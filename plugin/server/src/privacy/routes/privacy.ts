import { customerRoute } from '../../segments/routes/customer-route';
import type { Route } from '../../platform/domain';

export const privacyRoutes: Route[] = [
  customerRoute('POST', '/me/exports', 'data-exports.create'),
  customerRoute('GET', '/me/exports', 'data-exports.index'),
  customerRoute('GET', '/me/exports/:id', 'data-exports.show'),
  customerRoute('GET', '/me/exports/:id/file', 'data-exports.file'),
];
