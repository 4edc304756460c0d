import { settingsActions } from '../../../../contracts/settings';
import { adminRoute } from '../../platform/admin-route';
import type { Route } from '../../platform/domain';

export const examinationRoutes: Route[] = [adminRoute('POST', '/settings/examinations', 'examinations.create', settingsActions.read)];
