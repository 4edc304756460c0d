import { settingsActions } from '../../../../contracts/settings';
import { adminRoute } from '../../platform/admin-route';
import type { Route } from '../../platform/domain';

const { read, change, customers } = settingsActions;

export const settingsRoutes: Route[] = [
  adminRoute('GET', '/settings/policy', 'settings.show', read),
  adminRoute('PUT', '/settings/policy', 'settings.update', change),
  adminRoute('POST', '/settings/theme-checks', 'settings.checkTheme', read),
  adminRoute('GET', '/settings/segments', 'settings.segments', read),
  adminRoute('GET', '/settings/segments/:name', 'settings.segment', read),
  adminRoute('POST', '/settings/segments', 'settings.createSegment', change),
  adminRoute('PUT', '/settings/segments/:name', 'settings.updateSegment', change),
  adminRoute('PUT', '/settings/segment-order', 'settings.orderSegments', change),
  adminRoute('DELETE', '/settings/segments/:name', 'settings.removeSegment', change),
  adminRoute('GET', '/settings/customers', 'customers.index', customers),
  adminRoute('GET', '/settings/customers/:id', 'customers.show', customers),
  adminRoute('PUT', '/settings/customers/:id', 'customers.update', customers),
  adminRoute('DELETE', '/settings/customers/:id/second-factors', 'customers.removeFactors', customers),
];
