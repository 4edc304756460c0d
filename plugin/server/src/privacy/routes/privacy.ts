import { deskActions } from '../../../../contracts/desk';
import { settingsActions } from '../../../../contracts/settings';
import { adminRoute } from '../../platform/admin-route';
import { customerRoute } from '../../segments/routes/customer-route';
import { deskRoute } from '../../tickets/routes/desk-route';
import type { Route } from '../../platform/domain';

export const privacyRoutes: Route[] = [
  customerRoute('POST', '/me/exports', 'data-exports.create'),
  customerRoute('GET', '/me/exports', 'data-exports.index'),
  customerRoute('GET', '/me/exports/:id', 'data-exports.show'),
  customerRoute('GET', '/me/exports/:id/file', 'data-exports.file'),
  customerRoute('POST', '/tickets/:reference/comments/:id/redactions', 'redactions.create'),
  customerRoute('GET', '/me/erasure', 'erasures.show'),
  customerRoute('POST', '/me/erasure', 'erasures.create'),
  customerRoute('DELETE', '/me/erasure', 'erasures.remove'),
  { method: 'POST', path: '/erasure-confirmations', handler: 'erasures.confirm', config: { auth: false, why: 'The mailed code is the proof.' } },
];

const erasure = '/settings/customers/:id/erasure';
export const privacyDeskRoutes: Route[] = [
  deskRoute('POST', '/tickets/:reference/comments/:id/redactions', 'redactions.deskCreate', 'redact'),
  adminRoute('POST', '/chats/:key/messages/:id/redactions', 'redactions.chatCreate', deskActions.redact, [deskActions.chats]),
  adminRoute('GET', erasure, 'customer-erasures.show', settingsActions.erase),
  adminRoute('POST', erasure, 'customer-erasures.create', settingsActions.erase),
  adminRoute('DELETE', erasure, 'customer-erasures.remove', settingsActions.erase),
];
