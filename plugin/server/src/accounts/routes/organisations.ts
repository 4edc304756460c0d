import { settingsActions } from '../../../../contracts/settings';
import { adminRoute } from '../../platform/admin-route';
import type { Route } from '../../platform/domain';

const { customers } = settingsActions;

export const organisationRoutes: Route[] = [
  adminRoute('GET', '/settings/organisations', 'organisations.index', customers),
  adminRoute('POST', '/settings/organisations', 'organisations.create', customers),
  adminRoute('PUT', '/settings/organisations/:id', 'organisations.update', customers),
  adminRoute('DELETE', '/settings/organisations/:id', 'organisations.remove', customers),
];
