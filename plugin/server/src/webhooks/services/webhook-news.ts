import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { storedJson } from '../../platform/statements';
import type { DeliveredEvent } from '../../platform/tell-subscribers';
import type { Strapi } from '../../platform/domain';
import { happeningOf } from '../happenings';
import type { WebhookRow } from '../rows';
import { webhookQueue } from './webhook-queue';
import type { OutgoingWebhook } from './webhook-queue';

/** Hears what happened, and writes a message for each webhook that wants to be told. */
export const webhookNews = ({ strapi }: { strapi: Strapi }) => ({
  /** Many events at once; told twice of one, it writes one message. */
  async tell(events: DeliveredEvent[]): Promise<void> {
    const hooks = await rows<WebhookRow>(strapi, 'webhook').findMany({ where: { active: true } });
    const messages = events.flatMap((event): OutgoingWebhook[] => {
      const happened = happeningOf(event);
      if (!happened) return [];
      // Events may be told late: what happened before a webhook was made is none of its business.
      const wanting = hooks.filter((hook) => event.at >= new Date(hook.createdAt) && storedJson<string[]>(hook.events).includes(happened.event));
      return wanting.map(({ id }) => ({ key: `msg_${event.id}_${id}`, webhookId: id, event: happened.event, subject: event.subject, about: happened.about, happenedAt: event.at }));
    });
    if (messages.length === 0) return;
    const queue = getService(strapi, 'webhook-queue', webhookQueue);
    await queue.enqueue(messages);
    queue.sendSoon();
  },
});
