import { getService } from '../platform/get-service';
import { events } from '../platform/services/events';
import type { Domain } from '../platform/domain';
import { ticketMails } from './services/ticket-mails';

/** Rank 7: tells people what happened. Listens to events; nobody imports it. */
export const notifications: Domain = {
  services: { 'ticket-mails': ticketMails },
  bootstrap({ strapi }) {
    const mails = getService(strapi, 'ticket-mails', ticketMails);
    getService(strapi, 'events', events).subscribeTogether('ticket-mails', ['ticket.opened', 'comment.added'], mails.tell);
  },
};
