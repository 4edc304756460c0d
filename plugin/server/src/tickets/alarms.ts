import type { Told } from '../service-levels/promises';
import type { Actor, TicketRow } from './rows';
import type { Happening } from './services/ticket-history';

const system: Actor = { kind: 'system', id: null, name: '' };

const columnsOf = ({ promise, alarm }: Told): Partial<TicketRow> => {
  if (promise === 'reply') return { replyAlarm: alarm, ...(alarm === 'breached' ? { replyPromise: 'broken' } : {}) };
  return { resolutionAlarm: alarm, ...(alarm === 'breached' ? { resolutionPromise: 'broken' } : {}) };
};

/** Columns that remember what the agents were told of a ticket's promises, and what is broken. */
export const alarmColumns = (alarms: Told[]): Partial<TicketRow> => Object.assign({}, ...alarms.map(columnsOf)) as Partial<TicketRow>;

/** The lines of the timeline that tell the agents, and them alone. */
export const alarmHappenings = (alarms: Told[]): Happening[] =>
  alarms.map(({ promise, alarm }) => ({ type: `sla.${alarm}` as const, actor: system, data: { to: promise }, internal: true }));
