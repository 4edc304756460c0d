import { seconds } from '../platform/clock';
import { getService } from '../platform/get-service';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { serviceLevel } from './content-types/service-level';
import { slaTarget } from './content-types/sla-target';
import { businessHours } from './controllers/business-hours';
import { serviceLevels as serviceLevelsController } from './controllers/service-levels';
import { serviceLevelRoutes } from './routes/service-levels';
import { serviceLevelEditing } from './services/service-level-editing';
import { serviceLevels as serviceLevelsService } from './services/service-levels';

/** Rank 3: when the desk is open, what it promises, and when a promise is due. Knows no ticket. */
export const serviceLevels: Domain = {
  contentTypes: { 'service-level': serviceLevel, 'sla-target': slaTarget },
  controllers: { 'business-hours': businessHours, 'service-levels': serviceLevelsController },
  services: { 'service-levels': serviceLevelsService, 'service-level-editing': serviceLevelEditing },
  routes: { admin: serviceLevelRoutes },
  bootstrap({ strapi }) {
    const follow = () => getService(strapi, 'service-levels', serviceLevelsService).follow();
    getService(strapi, 'jobs', jobs).start({ name: 'follow service levels', everyMs: seconds(1), run: follow });
  },
};
