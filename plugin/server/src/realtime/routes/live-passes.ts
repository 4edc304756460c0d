import type { Route } from '../../platform/domain';
import { deskRoute } from '../../tickets/routes/desk-route';

export const livePassRoutes: Route[] = [deskRoute('POST', '/live-passes', 'live-passes.create', 'read')];
