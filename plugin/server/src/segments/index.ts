import type { Domain } from '../platform/domain';
import { me } from './controllers/me';
import { viewer } from './middlewares/viewer';
import { hasFeature } from './policies/has-feature';
import { meRoutes } from './routes/me';
import { policies } from './services/policies';

/** Rank 3: what kinds of customers there are, and what each may do. */
export const segments: Domain = {
  controllers: { me },
  services: { policies },
  policies: { 'has-feature': hasFeature },
  middlewares: { viewer },
  routes: { contentApi: meRoutes },
};
