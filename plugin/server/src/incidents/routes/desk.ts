import { deskRoute } from '../../tickets/routes/desk-route';
import type { Route } from '../../platform/domain';

export const deskIncidentRoutes: Route[] = [
  deskRoute('GET', '/incidents', 'desk-incidents.index', 'read'),
  deskRoute('POST', '/incidents', 'desk-incidents.create', 'incidents'),
  deskRoute('PUT', '/incidents/:id', 'desk-incidents.update', 'incidents'),
  deskRoute('POST', '/incidents/:id/updates', 'desk-incidents.tell', 'incidents'),
  deskRoute('GET', '/tickets/:reference/incident', 'desk-incidents.ofTicket', 'read'),
  deskRoute('PUT', '/tickets/:reference/incident', 'desk-incidents.link', 'update'),
];
