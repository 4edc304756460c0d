import { seconds } from '../platform/clock';
import { getService } from '../platform/get-service';
import { jobs } from '../platform/services/jobs';
import { isHttps } from '../platform/public-address';
import type { Domain, Strapi } from '../platform/domain';
import { bouncedAddress } from './content-types/bounced-address';
import { mail as mailType } from './content-types/mail';
import { deliveries as deliveriesController } from './controllers/deliveries';
import { mailbox } from './controllers/mailbox';
import { deliveryRoutes } from './routes/deliveries';
import { mailboxRoutes } from './routes/mailbox';
import { deliveries } from './services/deliveries';
import { mailSender } from './services/mail-sender';
import { bouncedAddresses } from './services/bounced-addresses';
import { deadLetters } from './services/dead-letters';
import { mailQueue } from './services/mail-queue';

/** Whoever tries things out on a machine of his own knows of the page of mails; behind https it is open to the world. */
const warnOfMailbox = (strapi: Strapi): void => {
  if (strapi.config.get('plugin::portal.mail.transport') !== 'mailbox' || !isHttps(strapi)) return;
  strapi.log.warn(`Mails are not sent: they stay on the page ${strapi.config.get<string>('plugin::portal.url')}/_mailbox, which everybody can open, links to sign in included. Set PORTAL_MAIL=email, and SMTP_HOST with its login.`);
};

/** Rank 1: says one thing to one address, once. */
export const mail: Domain = {
  contentTypes: { mail: mailType, 'bounced-address': bouncedAddress },
  controllers: { mailbox, deliveries: deliveriesController },
  services: { 'bounced-addresses': bouncedAddresses, 'dead-letters': deadLetters, deliveries, 'mail-queue': mailQueue, 'mail-sender': mailSender },
  routes: { contentApi: mailboxRoutes, admin: deliveryRoutes },
  bootstrap({ strapi }) {
    warnOfMailbox(strapi);
    const queue = getService(strapi, 'mail-queue', mailQueue);
    getService(strapi, 'jobs', jobs).start({ name: 'send mail', everyMs: seconds(5), run: () => queue.sendDue() });
  },
  destroy: ({ strapi }) => getService(strapi, 'mail-queue', mailQueue).stop(),
};
