import { settingsActions } from '../../../../contracts/settings';
import { adminRoute } from '../../platform/admin-route';
import type { Route } from '../../platform/domain';

export const auditRoutes: Route[] = [adminRoute('GET', '/settings/audit-entries', 'audit-entries.index', settingsActions.audit), adminRoute('GET', '/settings/audit-entries/file', 'audit-entries.file', settingsActions.audit)];
