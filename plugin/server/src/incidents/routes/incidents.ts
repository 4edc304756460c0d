import { customerRoute } from '../../segments/routes/customer-route';
import type { Route } from '../../platform/domain';

export const incidentRoutes: Route[] = [
  customerRoute('GET', '/incidents', 'incidents.index'),
  customerRoute('GET', '/tickets/:reference/incidents', 'incidents.ofTicket'),
  customerRoute('PUT', '/incidents/:id/following', 'incidents.follow'),
  customerRoute('DELETE', '/incidents/:id/following', 'incidents.unfollow'),
];
