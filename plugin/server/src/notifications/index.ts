import { getService } from '../platform/get-service';
import { events } from '../platform/services/events';
import type { Domain } from '../platform/domain';
import { incidentMails } from './services/incident-mails';
import { participantMails } from './services/participant-mails';
import { ticketMails } from './services/ticket-mails';

/** Rank 7: tells people what happened. Listens to events; nobody imports it. */
export const notifications: Domain = {
  services: { 'incident-mails': incidentMails, 'participant-mails': participantMails, 'ticket-mails': ticketMails },
  bootstrap({ strapi }) {
    const mails = getService(strapi, 'ticket-mails', ticketMails);
    const told = getService(strapi, 'events', events);
    told.subscribe('participant-mails', ['participant.added'], getService(strapi, 'participant-mails', participantMails).tell);
    told.subscribe('incident-mails', ['incident.updated'], getService(strapi, 'incident-mails', incidentMails).tell);
    told.subscribeTogether('ticket-mails', ['ticket.opened', 'comment.added'], mails.tell);
  },
};
