import { getService } from '../platform/get-service';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { heartbeat } from './content-types/heartbeat';
import { examinations } from './controllers/examinations';
import { examinationRoutes } from './routes/examinations';
import { doctor as service } from './services/doctor';
import { beatMs, heartbeats } from './services/heartbeats';

/** Rank 8: what is wrong with this installation, and what to do. One file a check; knows the others, and nobody knows it. */
export const doctor: Domain = {
  contentTypes: { heartbeat },
  controllers: { examinations },
  services: { doctor: service, heartbeats },
  routes: { admin: examinationRoutes },

  async bootstrap({ strapi }) {
    const timers = getService(strapi, 'jobs', jobs);
    const hearts = getService(strapi, 'heartbeats', heartbeats);
    if (timers.rests()) return;
    await hearts.beat();
    timers.start({ name: 'say that this server runs', everyMs: beatMs, run: hearts.beat });
  },
  async destroy({ strapi }) {
    if (!getService(strapi, 'jobs', jobs).rests()) await getService(strapi, 'heartbeats', heartbeats).end();
  },
};
