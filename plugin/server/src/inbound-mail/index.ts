import { seconds } from '../platform/clock';
import { streamBodies } from '../platform/middlewares/streamed-bodies';
import { getService } from '../platform/get-service';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { receivedMail } from './content-types/received-mail';
import { watchedMailbox } from './content-types/watched-mailbox';
import { receivedMails as receivedMailsController } from './controllers/received-mails';
import { inboundMail as inboundMailController } from './controllers/inbound-mail';
import { registerMailActions } from './permissions';
import { inboundSettings, receivesMail } from './inbound-settings';
import { inboundMailRoutes } from './routes/inbound-mail';
import { receivedMailRoutes } from './routes/received-mails';
import { bounces } from './services/bounces';
import { mailCategory } from './services/mail-category';
import { mailDelivery } from './services/mail-delivery';
import { mailHandling } from './services/mail-handling';
import { mailIntake } from './services/mail-intake';
import { mailRunner } from './services/mail-runner';
import { mailThreads } from './services/mail-threads';
import { mailboxLease } from './services/mailbox-lease';
import { mailboxWatch } from './services/mailbox-watch';
import { receivedMails } from './services/received-mails';
import { sentMails } from './services/sent-mails';

/** Rank 6: mails that come in, and what is made of them. */
export const inboundMail: Domain = {
  contentTypes: { 'received-mail': receivedMail, 'watched-mailbox': watchedMailbox },
  controllers: { 'inbound-mail': inboundMailController, 'received-mails': receivedMailsController },
  services: { bounces, 'mail-category': mailCategory, 'mail-delivery': mailDelivery, 'mail-handling': mailHandling, 'mail-intake': mailIntake, 'mail-runner': mailRunner, 'mail-threads': mailThreads, 'mailbox-lease': mailboxLease, 'mailbox-watch': mailboxWatch, 'received-mails': receivedMails, 'sent-mails': sentMails },
  routes: { contentApi: inboundMailRoutes, admin: receivedMailRoutes },
  register({ strapi }) {
    // A mail of many megabytes is read once, and only from who has the secret.
    streamBodies(/^\/api\/portal\/inbound-mail\/?$/i);
  },
  async bootstrap({ strapi }) {
    await registerMailActions(strapi);
    if (!receivesMail(strapi)) return;
    const runner = getService(strapi, 'mail-runner', mailRunner);
    const timers = getService(strapi, 'jobs', jobs);
    timers.start({ name: 'read received mails', everyMs: seconds(5), run: () => runner.runDue() });
    if (inboundSettings(strapi).imap.host !== '') timers.start({ name: 'watch the mailbox', everyMs: seconds(2), run: () => getService(strapi, 'mailbox-watch', mailboxWatch).look() });
  },
  async destroy({ strapi }) {
    await getService(strapi, 'mailbox-watch', mailboxWatch).stop();
    await getService(strapi, 'mail-runner', mailRunner).stop();
  },
};
