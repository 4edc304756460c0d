import type { DeskIncident, IncidentChange, IncidentCreation, IncidentUpdate, TicketIncident } from '../../../contracts/incidents';
import { get, post, put } from '../desk/ask';

const one = (id: string): string => `/portal/incidents/${encodeURIComponent(id)}`;
const ofTicket = (reference: string): string => `/portal/tickets/${encodeURIComponent(reference)}/incident`;

/** GET /portal/incidents */
export const listIncidents = (signal?: AbortSignal): Promise<DeskIncident[]> => get('/portal/incidents', signal);
/** POST /portal/incidents */
export const declareIncident = (given: IncidentCreation): Promise<unknown> => post('/portal/incidents', given);
/** PUT /portal/incidents/:id */
export const changeIncident = (id: string, change: IncidentChange): Promise<unknown> => put(one(id), change);
/** POST /portal/incidents/:id/updates */
export const tellIncident = (id: string, update: IncidentUpdate): Promise<unknown> => post(`${one(id)}/updates`, update);
/** GET /portal/tickets/:reference/incident */
export const readTicketIncident = (reference: string, signal?: AbortSignal): Promise<TicketIncident> => get(ofTicket(reference), signal);
/** PUT /portal/tickets/:reference/incident */
export const linkIncident = (reference: string, incident: string | null): Promise<TicketIncident> => put(ofTicket(reference), { incident });
