import type { DeskIncident, Incident } from '../../../contracts/incidents';
import { renderMarkdown } from '../platform/markdown';
import { toIso } from '../tickets/serialize';
import type { IncidentRow, IncidentUpdateRow } from './rows';

/** An incident with all that was said of it, oldest first. */
export interface Told {
  incident: IncidentRow;
  updates: IncidentUpdateRow[];
}

/** An incident as customers may know it: not who wrote it, nor how many have it. */
export const toIncident = ({ incident, updates }: Told): Omit<Incident, 'following'> => ({
  id: incident.key,
  title: incident.title,
  state: incident.state,
  html: renderMarkdown(incident.text),
  categories: incident.categories ?? [],
  createdAt: toIso(incident.createdAt),
  updatedAt: toIso(incident.updatedAt),
  updates: updates.map(({ text, state, createdAt }) => ({ html: renderMarkdown(text), state, createdAt: toIso(createdAt) })).reverse(),
});

/** The same for agents. */
export const toDeskIncident = ({ incident, updates }: Told, followers: number, tickets: number): DeskIncident => ({
  id: incident.key,
  title: incident.title,
  state: incident.state,
  text: incident.text,
  categories: incident.categories ?? [],
  createdAt: toIso(incident.createdAt),
  updatedAt: toIso(incident.updatedAt),
  updates: updates.map(({ text, state, agentName, createdAt }) => ({ text, state, by: agentName, createdAt: toIso(createdAt) })).reverse(),
  followers,
  tickets,
});
