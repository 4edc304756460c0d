import { seconds } from '../platform/clock';
import { getService } from '../platform/get-service';
import { jobs } from '../platform/services/jobs';
import { isHttps } from '../platform/public-address';
import type { Domain } from '../platform/domain';
import { bouncedAddress } from './content-types/bounced-address';
import { mail as mailType } from './content-types/mail';
import { deliveries as deliveriesController } from './controllers/deliveries';
import { mailbox } from './controllers/mailbox';
import { deliveryRoutes } from './routes/deliveries';
import { mailboxWarning } from './mailbox-warning';
import { mailboxRoutes } from './routes/mailbox';
import { deliveries } from './services/deliveries';
import { mailSender } from './services/mail-sender';
import { bouncedAddresses } from './services/bounced-addresses';
import { deadLetters } from './services/dead-letters';
import { mailQueue } from './services/mail-queue';

/** Rank 1: says one thing to one address, once. */
export const mail: Domain = {
  contentTypes: { mail: mailType, 'bounced-address': bouncedAddress },
  controllers: { mailbox, deliveries: deliveriesController },
  services: { 'bounced-addresses': bouncedAddresses, 'dead-letters': deadLetters, deliveries, 'mail-queue': mailQueue, 'mail-sender': mailSender },
  routes: { contentApi: mailboxRoutes, admin: deliveryRoutes },
  bootstrap({ strapi }) {
    const warning = mailboxWarning(strapi.config.get('plugin::portal.mail.transport'), isHttps(strapi), strapi.config.get('plugin::portal.url'));
    if (warning) strapi.log.warn(warning);
    const queue = getService(strapi, 'mail-queue', mailQueue);
    getService(strapi, 'jobs', jobs).start({ name: 'send mail', everyMs: seconds(5), run: () => queue.sendDue() });
  },
  destroy: ({ strapi }) => getService(strapi, 'mail-queue', mailQueue).stop(),
};
