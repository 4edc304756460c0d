import type { Context } from 'koa';
import { notificationChoices as choicesContract, notificationQuery, notificationReading } from '../../../../contracts/notifications';
import { viewerOf } from '../../accounts/strategies';
import { answer } from '../../platform/answer';
import { askedQuery } from '../../platform/asked-query';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { mailLeaving } from '../services/mail-leaving';
import { notificationChoices } from '../services/notification-choices';
import { notificationList } from '../services/notification-list';

const tokenOf = (ctx: Context): string => String(ctx.params.token);

/** What customers are told, and what they want to be told: `notifications`, `me/notification-choices`. */
export const notifications: ControllerFactory = ({ strapi }) => {
  const list = () => getService(strapi, 'notification-list', notificationList);
  const choices = () => getService(strapi, 'notification-choices', notificationChoices);
  const leaving = () => getService(strapi, 'mail-leaving', mailLeaving);
  return {
    /** GET notifications?page&pageSize&unread → NotificationLine[], the latest first; how many are unread stands in `meta.viewer`. */
    async index(ctx) {
      const { data, pagination } = await list().page(viewerOf(ctx).customerId, askedQuery(notificationQuery, ctx));
      answer(ctx, data, { pagination });
    },

    /** POST notifications/readings `{ ids }`, `{ upTo }` or `{ ticket }` → how many are left; again, it changes nothing. */
    async read(ctx) {
      answer(ctx, { unread: await list().read(viewerOf(ctx).customerId, validate(notificationReading, bodyOf(ctx))) });
    },

    /** GET me/notification-choices → ShownChoices. */
    async choices(ctx) {
      answer(ctx, await choices().show(viewerOf(ctx)));
    },

    /** PUT me/notification-choices → the same, as it is now. */
    async choose(ctx) {
      await choices().change(viewerOf(ctx).customerId, validate(choicesContract, bodyOf(ctx)));
      answer(ctx, await choices().show(viewerOf(ctx)));
    },

    /** POST me/notification-feed → 201 with the token of a new address; one that was there opens nothing any more. */
    async openFeed(ctx) {
      answer(ctx, { feed: await choices().openFeed(viewerOf(ctx).customerId) }, {}, 201);
    },

    /** DELETE me/notification-feed → its address opens nothing. */
    async closeFeed(ctx) {
      await choices().closeFeed(viewerOf(ctx).customerId);
      answer(ctx, { feed: null });
    },

    /** GET notifications/feeds/:token → NotificationFeed; 404 for an address that was taken back. */
    async feed(ctx) {
      answer(ctx, await list().feed(tokenOf(ctx)));
    },

    /** GET notifications/leavings/:token → which mails this is about; ends none. */
    async leaving(ctx) {
      answer(ctx, await leaving().show(tokenOf(ctx)));
    },

    /** POST notifications/leavings/:token → these mails have ended; again, it changes nothing. */
    async leave(ctx) {
      answer(ctx, await leaving().end(tokenOf(ctx)));
    },
  };
};
