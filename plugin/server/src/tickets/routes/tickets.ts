import { customerRoute, openRoute } from '../../segments/routes/customer-route';
import type { Route } from '../../platform/domain';

export const ticketRoutes: Route[] = [
  openRoute('GET', '/categories', 'tickets.categories', 'The home page shows them to everyone; they hold nothing of a customer.'),
  customerRoute('GET', '/tickets', 'tickets.index'),
  customerRoute('GET', '/tickets/:reference/events', 'tickets.events'),
  customerRoute('POST', '/tickets/:reference/closure', 'tickets.close'),
  customerRoute('DELETE', '/tickets/:reference/closure', 'tickets.reopen'),
  customerRoute('POST', '/tickets/:reference/participants', 'participants.create'),
  customerRoute('DELETE', '/tickets/:reference/participants/:id', 'participants.remove'),
  customerRoute('PUT', '/tickets/:reference/mute', 'ticket-mutes.mute'),
  customerRoute('DELETE', '/tickets/:reference/mute', 'ticket-mutes.unmute'),
  customerRoute('GET', '/tickets/:reference/share-links', 'share-links.index'),
  customerRoute('POST', '/tickets/:reference/share-links', 'share-links.create'),
  customerRoute('DELETE', '/tickets/:reference/share-links/:id', 'share-links.remove'),
];
