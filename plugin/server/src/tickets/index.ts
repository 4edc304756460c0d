import { membershipChanged } from '../accounts/membership-event';
import { hours, seconds } from '../platform/clock';
import { getService } from '../platform/get-service';
import { events } from '../platform/services/events';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { category } from './content-types/category';
import { participant } from './content-types/participant';
import { readMark } from './content-types/read-mark';
import { shareLink } from './content-types/share-link';
import { ticket } from './content-types/ticket';
import { ticketMute } from './content-types/ticket-mute';
import { ticketEvent } from './content-types/ticket-event';
import { ticketTag } from './content-types/ticket-tag';
import { view } from './content-types/view';
import { deskCategories } from './controllers/desk-categories';
import { wordsOfTickets } from './migrations/001-words-of-tickets';
import { deskTickets } from './controllers/desk-tickets';
import { deskViews as deskViewsController } from './controllers/desk-views';
import { participants as participantsController } from './controllers/participants';
import { shareLinks as shareLinksController } from './controllers/share-links';
import { ticketMutes as ticketMutesController } from './controllers/ticket-mutes';
import { tickets as ticketsController } from './controllers/tickets';
import { registerDeskActions } from './permissions';
import { deskRoutes } from './routes/desk';
import { ticketRoutes } from './routes/tickets';
import { agents } from './services/agents';
import { audiences } from './services/audiences';
import { categories } from './services/categories';
import { categoryEditing } from './services/category-editing';
import { deskChanges } from './services/desk-changes';
import { deskList } from './services/desk-list';
import { deskViews } from './services/desk-views';
import { openRequests } from './services/open-requests';
import { participants } from './services/participants';
import { promiseWatch } from './services/promise-watch';
import { readMarks } from './services/read-marks';
import { recentActivity } from './services/recent-activity';
import { requesters } from './services/requesters';
import { shareLinks } from './services/share-links';
import { sharingRates } from './services/sharing-rates';
import { snoozes } from './services/snoozes';
import { ticketChanges } from './services/ticket-changes';
import { ticketClosure } from './services/ticket-closure';
import { ticketHistory } from './services/ticket-history';
import { ticketList } from './services/ticket-list';
import { ticketSegments } from './services/ticket-segments';
import { ticketMutes } from './services/ticket-mutes';
import { ticketTags } from './services/ticket-tags';
import { ticketWords } from './services/ticket-words';
import { ticketUpgrade } from './services/ticket-upgrade';

/** Rank 4: what is asked, in which state it is, and whose turn. */
export const tickets: Domain = {
  contentTypes: { category, ticket, 'ticket-event': ticketEvent, 'ticket-tag': ticketTag, view, 'read-mark': readMark, 'share-link': shareLink, participant, 'ticket-mute': ticketMute },
  controllers: {
    tickets: ticketsController,
    'desk-tickets': deskTickets,
    'desk-views': deskViewsController,
    'desk-categories': deskCategories,
    'share-links': shareLinksController,
    participants: participantsController,
    'ticket-mutes': ticketMutesController,
  },
  services: {
    agents,
    audiences,
    categories,
    'category-editing': categoryEditing,
    'desk-changes': deskChanges,
    'desk-list': deskList,
    'desk-views': deskViews,
    participants,
    'promise-watch': promiseWatch,
    'read-marks': readMarks,
    requesters,
    'share-links': shareLinks,
    'sharing-rates': sharingRates,
    snoozes,
    'ticket-changes': ticketChanges,
    'ticket-closure': ticketClosure,
    'ticket-history': ticketHistory,
    'open-requests': openRequests,
    'recent-activity': recentActivity,
    'ticket-list': ticketList,
    'ticket-segments': ticketSegments,
    'ticket-mutes': ticketMutes,
    'ticket-tags': ticketTags,
    'ticket-words': ticketWords,
    'ticket-upgrade': ticketUpgrade,
  },
  routes: { contentApi: ticketRoutes, admin: deskRoutes },
  migrations: [wordsOfTickets],
  async bootstrap({ strapi }) {
    await registerDeskActions(strapi);
    await getService(strapi, 'ticket-upgrade', ticketUpgrade).fill();
    const timers = getService(strapi, 'jobs', jobs);
    const watch = getService(strapi, 'promise-watch', promiseWatch);
    getService(strapi, 'events', events).subscribe('promises of tickets', ['service_levels.changed'], watch.recountAll);
    const belonging = getService(strapi, 'ticket-segments', ticketSegments);
    getService(strapi, 'events', events).subscribe('segments of tickets', [membershipChanged], ({ payload }) => belonging.follow(typeof payload['customerId'] === 'number' ? payload['customerId'] : null));
    timers.start({ name: 'watch over promises', everyMs: seconds(1), run: watch.noteDue });
    // For rules of config/plugins.ts, which change without an event, and tickets that were reopened since.
    timers.start({ name: 'follow requesters into their segments', everyMs: hours(1), run: () => belonging.follow(null) });
    timers.start({ name: 'follow the categories', everyMs: seconds(1), run: () => getService(strapi, 'categories', categories).follow() });
    timers.start({ name: 'watch over promises', everyMs: seconds(15), run: watch.noteDue });
    timers.start({ name: 'wake snoozed tickets', everyMs: seconds(10), run: () => getService(strapi, 'snoozes', snoozes).wakeDue() });
    timers.start({ name: 'forget links to share', everyMs: hours(1), run: () => getService(strapi, 'share-links', shareLinks).forgetExpired() });
    timers.start({ name: 'forget old read marks', everyMs: hours(6), run: () => getService(strapi, 'read-marks', readMarks).forgetOld() });
  },
};
