import { seconds } from '../platform/clock';
import { getService } from '../platform/get-service';
import { events } from '../platform/services/events';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { incident } from './content-types/incident';
import { incidentFollower } from './content-types/incident-follower';
import { incidentTicket } from './content-types/incident-ticket';
import { incidentUpdate } from './content-types/incident-update';
import { deskIncidents } from './controllers/desk-incidents';
import { incidents as incidentsController } from './controllers/incidents';
import { deskIncidentRoutes } from './routes/desk';
import { incidentRoutes } from './routes/incidents';
import { incidentDesk } from './services/incident-desk';
import { incidents as incidentsService } from './services/incidents';

/** Rank 5: trouble that many have at once, said once and followed. */
export const incidents: Domain = {
  contentTypes: { incident, 'incident-update': incidentUpdate, 'incident-follower': incidentFollower, 'incident-ticket': incidentTicket },
  controllers: { incidents: incidentsController, 'desk-incidents': deskIncidents },
  services: { incidents: incidentsService, 'incident-desk': incidentDesk },
  routes: { contentApi: incidentRoutes, admin: deskIncidentRoutes },
  bootstrap({ strapi }) {
    getService(strapi, 'events', events).subscribe('incidents of merged tickets', ['ticket.merged'], (event) => getService(strapi, 'incident-desk', incidentDesk).hearMerge(event));
    getService(strapi, 'jobs', jobs).start({ name: 'follow incidents', everyMs: seconds(1), run: () => getService(strapi, 'incidents', incidentsService).follow() });
  },
};
