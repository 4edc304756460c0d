import type { Domain } from '../platform/domain';
import { requestPage as requestPageController } from './controllers/request-page';
import { mountSite } from './mount';
import { requestPageRoutes } from './routes/request-page';
import { requestPage } from './services/request-page';
import { sayWrongPath } from './site-directory';
import { trustSite } from './trust-site';

/** Rank 7: serves the customer portal's pages inside Strapi, and what a page needs of several domains in one call. */
export const portalSite: Domain = {
  controllers: { 'request-page': requestPageController },
  services: { 'request-page': requestPage },
  routes: { contentApi: requestPageRoutes },

  register({ strapi }) {
    strapi.server.use(trustSite(strapi));
    if (!strapi.config.get('plugin::portal.enabled')) return;
    sayWrongPath(strapi);
    strapi.server.use(mountSite(strapi));
  },
};
