import type { Route } from '../../platform/domain';
import { customerRoute } from './customer-route';
import { enrollingRoute } from './security';

export const meRoutes: Route[] = [
  enrollingRoute('GET', '/me', 'me.show'),
  customerRoute('PATCH', '/me', 'me.update'),
  customerRoute('GET', '/me/organisation', 'me.organisation'),
  customerRoute('GET', '/me/sessions', 'me.sessions'),
  customerRoute('POST', '/me/app-tokens', 'app-tokens.create'),
  customerRoute('GET', '/me/identities', 'identities.index'),
  customerRoute('POST', '/me/identities/:provider/visits', 'identities.visit'),
  customerRoute('DELETE', '/me/identities/:id', 'identities.remove'),
  { method: 'GET', path: '/appearance', handler: 'appearance.show', config: { auth: false, why: 'Every stranger sees it on the pages; it holds nothing of anybody.' } },
];
