import type { PromiseName, PromiseStanding, ServiceTarget } from '../../../contracts/service-levels';
import { promiseNames } from '../../../contracts/service-levels';
import type { Priority, Turn } from '../../../contracts/tickets';
import { minutes, seconds } from '../platform/clock';
import { afterOpenTime, openTimeBetween } from './business-hours';
import type { OpenHours } from './business-hours';

/** All that promises are counted by. */
export interface Levels {
  hours: OpenHours;
  warnAtPercent: number;
  targets: ServiceTarget[];
}
/** How far the agents were told of a promise. */
export type Alarm = 'none' | 'warned' | 'breached';

type Time = string | number | Date;
/** What counting needs of a ticket. Null in the last five: a ticket from before there were promises. */
export interface Promised {
  turn: Turn;
  turnSince: Time;
  priority: Priority;
  firstRepliedAt: Time | null;
  segment: string | null;
  /** Seconds of opening in which it was the agents' turn, up to `turnSince`. */
  spentSeconds: number | null;
  replyAlarm: Alarm | null;
  resolutionAlarm: Alarm | null;
}
/** What lists and the watch go by; all null while nothing runs. `lookAt`: when there is next something to tell. */
export interface DueColumns {
  dueAt: string | null;
  dueFor: PromiseName | null;
  warnAt: string | null;
  lookAt: string | null;
}
interface Running {
  promise: PromiseName;
  dueAt: Date;
  warnAt: Date;
  alarm: Alarm;
}

/** The target for a segment and priority: the most specific one, a segment before a priority. */
export const targetFor = (targets: ServiceTarget[], segment: string | null, priority: Priority): ServiceTarget | null => {
  const fitting = targets.filter((each) => (each.segment === null || each.segment === segment) && (each.priority === null || each.priority === priority));
  const weight = (each: ServiceTarget): number => (each.segment === null ? 0 : 2) + (each.priority === null ? 0 : 1);
  return fitting.toSorted((one, other) => weight(other) - weight(one))[0] ?? null;
};

const minutesOf = (target: ServiceTarget | null, promise: PromiseName): number | null => (promise === 'reply' ? target?.replyMinutes : target?.resolutionMinutes) ?? null;
const alarmOf = (ticket: Promised, promise: PromiseName): Alarm => (promise === 'reply' ? ticket.replyAlarm : ticket.resolutionAlarm) ?? 'none';

/** The promises whose clock runs: of what is not done, while it is the agents' turn. */
const running = ({ hours, targets, warnAtPercent }: Levels, ticket: Promised): Running[] => {
  if (ticket.turn !== 'agent') return [];
  const target = targetFor(targets, ticket.segment, ticket.priority);
  const since = new Date(ticket.turnSince);
  const spent = seconds(ticket.spentSeconds ?? 0);
  return promiseNames.flatMap((promise) => {
    const promised = minutesOf(target, promise);
    if (promised === null || (promise === 'reply' && ticket.firstRepliedAt !== null)) return [];
    const dueAt = afterOpenTime(hours, since, minutes(promised) - spent);
    const warnAt = afterOpenTime(hours, since, (minutes(promised) * warnAtPercent) / 100 - spent);
    return dueAt && warnAt ? [{ promise, dueAt, warnAt, alarm: alarmOf(ticket, promise) }] : [];
  });
};

const nextLook = ({ alarm, warnAt, dueAt }: Running): Date | null => ({ none: warnAt, warned: dueAt, breached: null })[alarm];
const earliest = <Item>(items: Item[], time: (item: Item) => Date): Item | undefined => items.toSorted((one, other) => time(one).getTime() - time(other).getTime())[0];

/** What is next due on a ticket, as its columns keep it. */
export const dueColumns = (levels: Levels, ticket: Promised): DueColumns => {
  const open = running(levels, ticket);
  const next = earliest(open, ({ dueAt }) => dueAt);
  const look = earliest(open.flatMap((each) => nextLook(each) ?? []), (moment) => moment);
  return { dueAt: next?.dueAt.toISOString() ?? null, dueFor: next?.promise ?? null, warnAt: next?.warnAt.toISOString() ?? null, lookAt: look?.toISOString() ?? null };
};

/** Seconds of opening that the agents have had in all, at a moment. */
export const spentAt = ({ hours }: Levels, { turn, turnSince, spentSeconds }: Pick<Promised, 'turn' | 'turnSince' | 'spentSeconds'>, moment: Date): number =>
  (spentSeconds ?? 0) + (turn === 'agent' ? Math.round(openTimeBetween(hours, new Date(turnSince), moment) / 1000) : 0);

/** One thing that agents are to be told of. */
export interface Told {
  promise: PromiseName;
  alarm: Exclude<Alarm, 'none'>;
}

/** What is to be told of a ticket at a moment, and was not yet: each promise's alarm, the later one alone. */
export const alarmsAt = (levels: Levels, ticket: Promised, moment: Date): Told[] =>
  running(levels, ticket).flatMap(({ promise, dueAt, warnAt, alarm }): Told[] => {
    if (dueAt <= moment) return alarm === 'breached' ? [] : [{ promise, alarm: 'breached' }];
    return warnAt <= moment && alarm === 'none' ? [{ promise, alarm: 'warned' }] : [];
  });

const stateOf = (ticket: Promised, promise: PromiseName): PromiseStanding['state'] => {
  if (alarmOf(ticket, promise) === 'breached') return 'missed';
  if (promise === 'reply' ? ticket.firstRepliedAt !== null : ticket.turn === 'nobody') return 'met';
  return ticket.turn === 'agent' ? 'running' : 'paused';
};

/** How each promise of a ticket stands, for its page. */
export const standings = (levels: Levels, ticket: Promised): PromiseStanding[] => {
  const target = targetFor(levels.targets, ticket.segment, ticket.priority);
  const open = running(levels, ticket);
  return promiseNames.flatMap((promise) => {
    const targetMinutes = minutesOf(target, promise);
    if (targetMinutes === null) return [];
    const state = stateOf(ticket, promise);
    const minutesLeft = state === 'paused' ? Math.max(0, targetMinutes - Math.round((ticket.spentSeconds ?? 0) / 60)) : null;
    return [{ promise, state, targetMinutes, minutesLeft, dueAt: open.find((each) => each.promise === promise)?.dueAt.toISOString() ?? null }];
  });
};
