import type { Route } from '../../platform/domain';
import { customerRoute } from './customer-route';

export const meRoutes: Route[] = [
  customerRoute('GET', '/me', 'me.show'),
  customerRoute('PATCH', '/me', 'me.update'),
  customerRoute('GET', '/me/sessions', 'me.sessions'),
];
