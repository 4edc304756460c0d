import type { Domain } from '../platform/domain';
import { dashboards as dashboardsController } from './controllers/dashboards';
import { dashboardRoutes } from './routes/dashboards';
import { dashboards } from './services/dashboards';
import { ownFigures } from './services/own-figures';
import { suggestedArticles } from './services/suggested-articles';

/** Rank 7: where one customer stands, and what his own requests came to. It owns no table. */
export const dashboard: Domain = {
  controllers: { dashboards: dashboardsController },
  services: { dashboards, 'own-figures': ownFigures, 'suggested-articles': suggestedArticles },
  routes: { contentApi: dashboardRoutes },
};
