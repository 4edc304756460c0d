import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { pushMessageOf } from '../push/message';
import type { Delivery } from '../delivery';
import type { News } from './announcements';
import { pushQueue } from './push-queue';
import { pushSubscriptions } from './push-subscriptions';

type Heard = News & { delivery: Delivery };

/** Tells browsers what happened, after it was noted: the badge counts it. */
export const pushNews = ({ strapi }: { strapi: Strapi }) => ({
  /** Writes a message for each browser of each who is told; one read of browsers, one of sessions, one INSERT. */
  async write(news: Heard[]): Promise<void> {
    const browsers = await getService(strapi, 'push-subscriptions', pushSubscriptions).told([...new Set(news.map(({ contact }) => contact.id))]);
    if (browsers.length === 0) return;
    const path = (reference: string | undefined): string => `${strapi.config.get<string>('plugin::portal.url')}${reference ? `/requests/${reference}` : ''}`;
    const messages = news.flatMap((each) =>
      browsers
        .filter(({ customerId }) => customerId === each.contact.id)
        .map(({ id, customerId, withText, language, unread }) => {
          // What somebody else's request is called is that person's matter, as in mails.
          const title = each.ticket && !each.ticket.own ? '' : each.title;
          const about = { kind: each.kind, reference: each.ticket?.reference ?? null, title, by: each.by, state: each.state };
          const text = withText ? (each.letter('').quote ?? null) : null;
          return { key: `${each.key}:push:${id}`, customerId, subscriptionId: id, message: pushMessageOf({ ...about, language, path: path(each.ticket?.reference), text, unread }, withText), notBefore: each.delivery.notBefore };
        }),
    );
    const queue = getService(strapi, 'push-queue', pushQueue);
    await queue.enqueue(messages);
    queue.sendSoon();
  },
});
