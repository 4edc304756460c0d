import type { Told } from '../service-levels/promises';
import type { Actor, TicketRow } from './rows';
import type { Happening } from './services/ticket-history';

const system: Actor = { kind: 'system', id: null, name: '' };

/** Columns that remember what the agents were told of a ticket's promises. */
export const alarmColumns = (alarms: Told[]): Partial<TicketRow> =>
  Object.fromEntries(alarms.map(({ promise, alarm }) => [promise === 'reply' ? 'replyAlarm' : 'resolutionAlarm', alarm]));

/** The lines of the timeline that tell the agents, and them alone. */
export const alarmHappenings = (alarms: Told[]): Happening[] =>
  alarms.map(({ promise, alarm }) => ({ type: `sla.${alarm}` as const, actor: system, data: { to: promise }, internal: true }));
