import { hours, minutes, seconds } from '../platform/clock';
import { getService } from '../platform/get-service';
import { events } from '../platform/services/events';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { notification } from './content-types/notification';
import { notificationChoice } from './content-types/notification-choice';
import { pushMessage } from './content-types/push-message';
import { pushSubscription } from './content-types/push-subscription';
import { failedMails } from './controllers/failed-mails';
import { notifications as notificationsController } from './controllers/notifications';
import { pushSubscriptions as pushController } from './controllers/push-subscriptions';
import { failedMailRoutes, notificationRoutes } from './routes/notifications';
import { announcements } from './services/announcements';
import { deadLetterDesk } from './services/dead-letter-desk';
import { digests } from './services/digests';
import { incidentNews } from './services/incident-news';
import { lowRatingNews } from './services/low-rating-news';
import { mailLeaving } from './services/mail-leaving';
import { notificationChoices } from './services/notification-choices';
import { notificationList } from './services/notification-list';
import { notificationWriting } from './services/notification-writing';
import { participantNews } from './services/participant-news';
import { pushKeys } from './services/push-keys';
import { pushNews } from './services/push-news';
import { pushQueue } from './services/push-queue';
import { pushSubscriptions } from './services/push-subscriptions';
import { ticketNews } from './services/ticket-news';
import { heardTypes } from './ticket-happenings';

/** Rank 7: tells people what happened, on the ways they chose. Listens to events; nobody imports it. */
export const notifications: Domain = {
  contentTypes: { notification, 'notification-choice': notificationChoice, 'push-subscription': pushSubscription, 'push-message': pushMessage },
  controllers: { notifications: notificationsController, 'failed-mails': failedMails, 'push-subscriptions': pushController },
  services: {
    announcements,
    'dead-letter-desk': deadLetterDesk,
    digests,
    'incident-news': incidentNews,
    'low-rating-news': lowRatingNews,
    'mail-leaving': mailLeaving,
    'notification-choices': notificationChoices,
    'notification-list': notificationList,
    'notification-writing': notificationWriting,
    'participant-news': participantNews,
    'push-keys': pushKeys,
    'push-news': pushNews,
    'push-queue': pushQueue,
    'push-subscriptions': pushSubscriptions,
    'ticket-news': ticketNews,
  },
  routes: { contentApi: notificationRoutes, admin: failedMailRoutes },
  bootstrap({ strapi }) {
    const told = getService(strapi, 'events', events);
    const people = getService(strapi, 'participant-news', participantNews);
    // Subscribers keep the names they had when they only mailed: events that wait know who has had them.
    told.subscribe('participant-mails', ['participant.added'], people.added);
    told.subscribe('participants removed', ['participant.removed'], people.removed);
    told.subscribe('incident-mails', ['incident.updated'], getService(strapi, 'incident-news', incidentNews).tell);
    told.subscribe('low ratings', ['ticket.rated'], getService(strapi, 'low-rating-news', lowRatingNews).tell);
    told.subscribeTogether('ticket-mails', heardTypes, getService(strapi, 'ticket-news', ticketNews).tell);
    const pushes = getService(strapi, 'push-queue', pushQueue);
    const timers = getService(strapi, 'jobs', jobs);
    timers.start({ name: 'send digests', everyMs: minutes(1), run: () => getService(strapi, 'digests', digests).sendDue() });
    timers.start({ name: 'send push messages', everyMs: seconds(20), run: pushes.sendDue });
    timers.start({ name: 'forget push messages', everyMs: hours(1), run: pushes.forgetOld });
    timers.start({ name: 'forget old notifications', everyMs: hours(1), run: () => getService(strapi, 'notification-writing', notificationWriting).forgetOld() });
  },  async destroy({ strapi }) {
    await getService(strapi, 'push-queue', pushQueue).stop();
  },
};
