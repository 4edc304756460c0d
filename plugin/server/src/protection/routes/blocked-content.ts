import { settingsActions } from '../../../../contracts/settings';
import { within } from '../../limits/within';
import { adminRoute } from '../../platform/admin-route';
import type { Route } from '../../platform/domain';

export const reportRoutes: Route[] = [
  { method: 'POST', path: '/csp-reports', handler: 'csp-reports.create', config: { auth: false, why: 'Browsers report by themselves, strangers’ as well; what they report is counted and shown to admins as text.', policies: [within('reports')] } },
];

export const blockedContentRoutes: Route[] = [
  adminRoute('GET', '/settings/blocked-content', 'blocked-content.index', settingsActions.read),
  adminRoute('DELETE', '/settings/blocked-content', 'blocked-content.clear', settingsActions.change),
];
