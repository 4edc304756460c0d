import { hours, seconds } from '../platform/clock';
import { getService } from '../platform/get-service';
import { events } from '../platform/services/events';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { category } from './content-types/category';
import { participant } from './content-types/participant';
import { shareLink } from './content-types/share-link';
import { ticket } from './content-types/ticket';
import { ticketEvent } from './content-types/ticket-event';
import { deskCategories } from './controllers/desk-categories';
import { deskTickets } from './controllers/desk-tickets';
import { participants as participantsController } from './controllers/participants';
import { shareLinks as shareLinksController } from './controllers/share-links';
import { tickets as ticketsController } from './controllers/tickets';
import { registerDeskActions } from './permissions';
import { deskRoutes } from './routes/desk';
import { ticketRoutes } from './routes/tickets';
import { agents } from './services/agents';
import { categories } from './services/categories';
import { categoryEditing } from './services/category-editing';
import { deskList } from './services/desk-list';
import { participants } from './services/participants';
import { promiseWatch } from './services/promise-watch';
import { requesters } from './services/requesters';
import { shareLinks } from './services/share-links';
import { ticketChanges } from './services/ticket-changes';
import { ticketClosure } from './services/ticket-closure';
import { ticketHistory } from './services/ticket-history';
import { ticketList } from './services/ticket-list';

/** Rank 4: what is asked, in which state it is, and whose turn. */
export const tickets: Domain = {
  contentTypes: { category, ticket, 'ticket-event': ticketEvent, 'share-link': shareLink, participant },
  controllers: { tickets: ticketsController, 'desk-tickets': deskTickets, 'desk-categories': deskCategories, 'share-links': shareLinksController, participants: participantsController },
  services: {
    agents,
    categories,
    'category-editing': categoryEditing,
    'desk-list': deskList,
    participants,
    'promise-watch': promiseWatch,
    requesters,
    'share-links': shareLinks,
    'ticket-changes': ticketChanges,
    'ticket-closure': ticketClosure,
    'ticket-history': ticketHistory,
    'ticket-list': ticketList,
  },
  routes: { contentApi: ticketRoutes, admin: deskRoutes },
  async bootstrap({ strapi }) {
    await registerDeskActions(strapi);
    const watch = getService(strapi, 'promise-watch', promiseWatch);
    getService(strapi, 'events', events).subscribe('promises of tickets', ['service_levels.changed'], watch.recountAll);
    getService(strapi, 'jobs', jobs).start({ name: 'watch over promises', everyMs: seconds(15), run: watch.noteDue });
    getService(strapi, 'jobs', jobs).start({ name: 'forget links to share', everyMs: hours(1), run: () => getService(strapi, 'share-links', shareLinks).forgetExpired() });
  },
};
