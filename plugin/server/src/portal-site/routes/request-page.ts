import { customerRoute } from '../../segments/routes/customer-route';
import type { Route } from '../../platform/domain';

export const requestPageRoutes: Route[] = [customerRoute('GET', '/tickets/:reference/page', 'request-page.show')];
