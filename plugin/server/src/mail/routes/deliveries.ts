import { settingsActions } from '../../../../contracts/settings';
import { adminRoute } from '../../platform/admin-route';
import type { Route } from '../../platform/domain';

export const deliveryRoutes: Route[] = [
  adminRoute('POST', '/settings/test-mails', 'deliveries.test', settingsActions.mail),
];
