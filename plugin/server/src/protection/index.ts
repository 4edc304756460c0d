import { hours } from '../platform/clock';
import { getService } from '../platform/get-service';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { blockedContent as blockedContentType } from './content-types/blocked-content';
import { blockedContent as blockedContentController } from './controllers/blocked-content';
import { cspReports } from './controllers/csp-reports';
import { blockedContentRoutes, reportRoutes } from './routes/blocked-content';
import { securityText } from './security-text';
import { blockedContent } from './services/blocked-content';

/** Rank 2: what browsers report as blocked, and to whom weaknesses are reported. */
export const protection: Domain = {
  contentTypes: { 'blocked-content': blockedContentType },
  controllers: { 'csp-reports': cspReports, 'blocked-content': blockedContentController },
  services: { 'blocked-content': blockedContent },
  routes: { contentApi: reportRoutes, admin: blockedContentRoutes },

  register({ strapi }) {
    strapi.server.use(securityText(strapi));
  },

  bootstrap({ strapi }) {
    getService(strapi, 'jobs', jobs).start({ name: 'forget blocked content', everyMs: hours(1), run: () => getService(strapi, 'blocked-content', blockedContent).forgetOld() });
  },
};
