import { seconds } from '../platform/clock';
import { getService } from '../platform/get-service';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { bouncedAddress } from './content-types/bounced-address';
import { mail as mailType } from './content-types/mail';
import { mailbox } from './controllers/mailbox';
import { mailboxRoutes } from './routes/mailbox';
import { bouncedAddresses } from './services/bounced-addresses';
import { mailQueue } from './services/mail-queue';

/** Rank 1: says one thing to one address, once. */
export const mail: Domain = {
  contentTypes: { mail: mailType, 'bounced-address': bouncedAddress },
  controllers: { mailbox },
  services: { 'mail-queue': mailQueue, 'bounced-addresses': bouncedAddresses },
  routes: { contentApi: mailboxRoutes },
  bootstrap({ strapi }) {
    const queue = getService(strapi, 'mail-queue', mailQueue);
    getService(strapi, 'jobs', jobs).start({ name: 'send mail', everyMs: seconds(5), run: () => queue.sendDue() });
  },
  destroy: ({ strapi }) => getService(strapi, 'mail-queue', mailQueue).stop(),
};
