import { analyticsActions } from '../../../../contracts/analytics';
import { adminRoute } from '../../platform/admin-route';
import type { Route } from '../../platform/domain';

export const analyticsRoutes: Route[] = [
  adminRoute('GET', '/analytics', 'analytics.show', analyticsActions.read),
  adminRoute('GET', '/analytics/parts', 'analytics.parts', analyticsActions.read),
  adminRoute('GET', '/analytics/file', 'analytics.file', analyticsActions.export),
];
