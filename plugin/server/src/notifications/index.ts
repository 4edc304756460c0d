import { hours, minutes } from '../platform/clock';
import { getService } from '../platform/get-service';
import { events } from '../platform/services/events';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { notification } from './content-types/notification';
import { notificationChoice } from './content-types/notification-choice';
import { failedMails } from './controllers/failed-mails';
import { notifications as notificationsController } from './controllers/notifications';
import { failedMailRoutes, notificationRoutes } from './routes/notifications';
import { announcements } from './services/announcements';
import { deadLetterDesk } from './services/dead-letter-desk';
import { digests } from './services/digests';
import { incidentNews } from './services/incident-news';
import { mailLeaving } from './services/mail-leaving';
import { notificationChoices } from './services/notification-choices';
import { notificationList } from './services/notification-list';
import { notificationWriting } from './services/notification-writing';
import { participantNews } from './services/participant-news';
import { ticketNews } from './services/ticket-news';
import { heardTypes } from './ticket-happenings';

/** Rank 7: tells people what happened, on the ways they chose. Listens to events; nobody imports it. */
export const notifications: Domain = {
  contentTypes: { notification, 'notification-choice': notificationChoice },
  controllers: { notifications: notificationsController, 'failed-mails': failedMails },
  services: {
    announcements,
    'dead-letter-desk': deadLetterDesk,
    digests,
    'incident-news': incidentNews,
    'mail-leaving': mailLeaving,
    'notification-choices': notificationChoices,
    'notification-list': notificationList,
    'notification-writing': notificationWriting,
    'participant-news': participantNews,
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
    told.subscribeTogether('ticket-mails', heardTypes, getService(strapi, 'ticket-news', ticketNews).tell);
    const timers = getService(strapi, 'jobs', jobs);
    timers.start({ name: 'send digests', everyMs: minutes(1), run: () => getService(strapi, 'digests', digests).sendDue() });
    timers.start({ name: 'forget old notifications', everyMs: hours(1), run: () => getService(strapi, 'notification-writing', notificationWriting).forgetOld() });
  },
};
