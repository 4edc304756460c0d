import { getService } from '../platform/get-service';
import { inTransaction } from '../platform/rows';
import type { Domain } from '../platform/domain';
import { guardBlocks } from './block-guard';
import { portalBlock } from './content-types/portal-block';
import { frame as frameController } from './controllers/frame';
import { frameRoutes } from './routes/frame';
import { portalFrame } from './services/portal-frame';

/** Rank 5: what a team puts around and on its portal as content: logo, links in header and footer, parts of the home page. */
export const frame: Domain = {
  contentTypes: { 'portal-block': portalBlock },
  controllers: { frame: frameController },
  services: { 'portal-frame': portalFrame },
  routes: { contentApi: frameRoutes },

  register({ strapi }) {
    guardBlocks(strapi);
  },
  bootstrap({ strapi }) {
    // Not before the change is there to be read.
    const forget = (): Promise<void> => inTransaction(strapi, async (afterCommit) => afterCommit(() => getService(strapi, 'portal-frame', portalFrame).forget()));
    // Pictures too: one may be replaced in the media library.
    const subscriber = { models: ['plugin::portal.portal-block', 'plugin::upload.file'], afterCreate: forget, afterUpdate: forget, afterDelete: forget, afterUpdateMany: forget, afterDeleteMany: forget };
    strapi.db.lifecycles.subscribe(subscriber as unknown as Parameters<typeof strapi.db.lifecycles.subscribe>[0]);
  },
};
