import type { Domain } from '../platform/domain';
import { mountSite } from './mount';
import { trustSite } from './trust-site';

/** Rank 7: serves the customer portal's pages inside Strapi. */
export const portalSite: Domain = {
  register({ strapi }) {
    strapi.server.use(trustSite(strapi));
    if (strapi.config.get('plugin::portal.enabled')) strapi.server.use(mountSite(strapi));
  },
};
