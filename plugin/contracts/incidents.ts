import { z } from 'zod';
import { moment } from './moment';
import { subjectText } from './tickets';

/** Trouble that many have at once: said once, followed by many, instead of a request from each. */

export const incidentStates = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export type IncidentState = (typeof incidentStates)[number];

const words = z.string().trim().min(1).max(5000);
/** POST /portal/incidents. `categories`: slugs of those whose requests it touches; with none it is shown on no request but those that agents link to it. */
export const incidentCreation = z.strictObject({
  title: subjectText,
  text: words,
  state: z.enum(incidentStates).default('investigating'),
  categories: z.array(z.string().min(1).max(80)).max(50).default([]),
});
export type IncidentCreation = z.infer<typeof incidentCreation>;
/** PUT /portal/incidents/:id: mends what was said, and tells nobody. */
export const incidentChange = incidentCreation.omit({ state: true });
export type IncidentChange = z.infer<typeof incidentChange>;
/** POST /portal/incidents/:id/updates: what is new; every follower gets it by mail. */
export const incidentUpdate = z.strictObject({ text: words, state: z.enum(incidentStates) });
export type IncidentUpdate = z.infer<typeof incidentUpdate>;
/** PUT /portal/tickets/:reference/incident: what a ticket belongs to; its requester then follows it. */
export const incidentLink = z.strictObject({ incident: z.string().max(64).nullable() });

/** GET incidents and tickets/:reference/incidents: what goes on now, newest first. */
export const incident = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(incidentStates),
  html: z.string().describe('Safe HTML of what was said first.'),
  categories: z.array(z.string()),
  createdAt: moment,
  updatedAt: moment,
  updates: z.array(z.object({ html: z.string(), state: z.enum(incidentStates), createdAt: moment })).describe('What was said since, newest first.'),
  following: z.boolean().describe('The viewer gets each update by mail.'),
}).meta({ id: 'Incident' });
export type Incident = z.infer<typeof incident>;

/** GET /portal/incidents: also those that are over. */
export interface DeskIncident extends Omit<Incident, 'following' | 'html' | 'updates'> {
  text: string;
  updates: { text: string; state: IncidentState; by: string; createdAt: string }[];
  followers: number;
  tickets: number;
}
/** GET /portal/tickets/:reference/incident */
export interface TicketIncident {
  linked: string | null;
  /** Those that go on, to choose from, and the linked one. */
  choices: { id: string; title: string }[];
}
