import { hours, minutes, seconds } from '../platform/clock';
import { getService } from '../platform/get-service';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { dataExport } from './content-types/data-export';
import { erasure } from './content-types/erasure';
import { dataExports as dataExportsController } from './controllers/data-exports';
import { customerErasures } from './controllers/customer-erasures';
import { erasures as erasuresController } from './controllers/erasures';
import { redactions as redactionsController } from './controllers/redactions';
import { privacyDeskRoutes, privacyRoutes } from './routes/privacy';
import { dataExports } from './services/data-exports';
import { erasureRunner } from './services/erasure-runner';
import { erasures } from './services/erasures';
import { exportRunner } from './services/export-runner';
import { chatRedactions } from './services/chat-redactions';
import { redactions } from './services/redactions';
import { retention } from './services/retention';
import { unknownFiles } from './services/unknown-files';

/** Rank 8: what becomes of one person's data: taken away, erased, kept no longer than it is needed. */
export const privacy: Domain = {
  contentTypes: { 'data-export': dataExport, erasure },
  controllers: { 'data-exports': dataExportsController, erasures: erasuresController, 'customer-erasures': customerErasures, redactions: redactionsController },
  services: { 'data-exports': dataExports, 'export-runner': exportRunner, erasures, 'erasure-runner': erasureRunner, redactions, 'chat-redactions': chatRedactions, retention, 'unknown-files': unknownFiles },
  routes: { contentApi: privacyRoutes, admin: privacyDeskRoutes },
  bootstrap({ strapi }) {
    const timers = getService(strapi, 'jobs', jobs);
    timers.start({ name: 'make archives of own data', everyMs: seconds(5), run: () => getService(strapi, 'export-runner', exportRunner).runDue() });
    timers.start({ name: 'forget what is kept no longer', everyMs: minutes(30), run: () => getService(strapi, 'retention', retention).runDaily() });
    timers.start({ name: 'forget files that no row names', everyMs: hours(6), run: () => getService(strapi, 'unknown-files', unknownFiles).forget() });
    timers.start({ name: 'erase customers', everyMs: seconds(5), run: () => getService(strapi, 'erasure-runner', erasureRunner).runDue() });
  },
  async destroy({ strapi }) {
    await getService(strapi, 'export-runner', exportRunner).stop();
    await getService(strapi, 'erasure-runner', erasureRunner).stop();
  },
};
