import type { Route } from '../../platform/domain';
import { customerRoute } from '../../segments/routes/customer-route';

export const dashboardRoutes: Route[] = [customerRoute('GET', '/dashboard', 'dashboards.show')];
