import { hours, seconds } from '../platform/clock';
import { getService } from '../platform/get-service';
import { events } from '../platform/services/events';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { webhook } from './content-types/webhook';
import { webhookMessage } from './content-types/webhook-message';
import { webhooks as controller } from './controllers/webhooks';
import { heardTypes } from './happenings';
import { keepFileWebhooks } from './keep-file-webhooks';
import { webhookRoutes } from './routes/webhooks';
import { webhookEditing } from './services/webhook-editing';
import { webhookNews } from './services/webhook-news';
import { webhookPayloads } from './services/webhook-payloads';
import { webhookQueue } from './services/webhook-queue';
import { webhookSecrets } from './services/webhook-secrets';

/** Rank 7: tells other systems what happened, signed; subscribes to events. */
export const webhooks: Domain = {
  contentTypes: { webhook, 'webhook-message': webhookMessage },
  controllers: { webhooks: controller },
  services: { 'webhook-editing': webhookEditing, 'webhook-news': webhookNews, 'webhook-payloads': webhookPayloads, 'webhook-queue': webhookQueue, 'webhook-secrets': webhookSecrets },
  routes: { admin: webhookRoutes },
  async bootstrap({ strapi }) {
    await keepFileWebhooks(strapi);
    getService(strapi, 'events', events).subscribeTogether('webhooks', heardTypes, getService(strapi, 'webhook-news', webhookNews).tell);
    const queue = getService(strapi, 'webhook-queue', webhookQueue);
    const timers = getService(strapi, 'jobs', jobs);
    timers.start({ name: 'send webhooks', everyMs: seconds(20), run: queue.sendDue });
    timers.start({ name: 'forget webhook messages', everyMs: hours(1), run: queue.forgetOld });
  },
  async destroy({ strapi }) {
    await getService(strapi, 'webhook-queue', webhookQueue).stop();
  },
};
