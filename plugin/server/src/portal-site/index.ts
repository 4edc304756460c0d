import path from 'node:path';
import { ownSiteFolder } from '../../../contracts/own-site';
import type { Domain } from '../platform/domain';
import { leaveUnwatched } from '../platform/unwatched-folder';
import { requestPage as requestPageController } from './controllers/request-page';
import { mountSite } from './mount';
import { requestPageRoutes } from './routes/request-page';
import { requestPage } from './services/request-page';
import { sayWrongSite } from './site-directory';
import { trustSite } from './trust-site';

/** Rank 7: serves the customer portal's pages inside Strapi, and what a page needs of several domains in one call. */
export const portalSite: Domain = {
  controllers: { 'request-page': requestPageController },
  services: { 'request-page': requestPage },
  routes: { contentApi: requestPageRoutes },

  register({ strapi }) {
    strapi.server.use(trustSite(strapi));
    if (!strapi.config.get('plugin::portal.enabled')) return;
    leaveUnwatched(strapi, path.join(strapi.dirs.app.root, ownSiteFolder));
    sayWrongSite(strapi);
    strapi.server.use(mountSite(strapi));
  },
};
