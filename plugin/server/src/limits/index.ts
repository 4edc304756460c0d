import { hours } from '../platform/clock';
import { getService } from '../platform/get-service';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { countsOfLimits } from './migrations/002-counts-of-limits';
import { limits as service } from './services/limits';

/** Rank 1: how often somebody may do something; knows neither customers nor what they do. */
export const limits: Domain = {
  services: { limits: service },
  migrations: [countsOfLimits],
  async bootstrap({ strapi }) {
    const counted = getService(strapi, 'limits', service);
    await counted.open();
    getService(strapi, 'jobs', jobs).start({ name: 'forget ended limits', everyMs: hours(1), run: () => counted.forgetOld() });
  },
  destroy({ strapi }) {
    getService(strapi, 'limits', service).close();
  },
};
