import type { Route } from '../../platform/domain';
import { levelRoute } from './level-route';

export const serviceLevelRoutes: Route[] = [
  levelRoute('GET', '/business-hours', 'business-hours.show', 'hours'),
  levelRoute('PUT', '/business-hours', 'business-hours.update', 'hours'),
  levelRoute('POST', '/business-hours/previews', 'business-hours.preview', 'hours'),
  levelRoute('GET', '/service-levels', 'service-levels.show', 'levels'),
  levelRoute('PUT', '/service-levels', 'service-levels.update', 'levels'),
  levelRoute('POST', '/service-levels/previews', 'service-levels.preview', 'levels'),
];
