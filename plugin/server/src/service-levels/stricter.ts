import type { Priority } from '../../../contracts/tickets';
import { promiseNames } from '../../../contracts/service-levels';
import type { PromiseName } from '../../../contracts/service-levels';
import { alarmsAt, spentAt, targetFor } from './promises';
import type { Alarm, Levels, Promised } from './promises';

const order: Alarm[] = ['none', 'warned', 'breached'];
const minutesFor = ({ targets }: Levels, segment: string | null, priority: Priority, promise: PromiseName): number => {
  const target = targetFor(targets, segment, priority);
  return (promise === 'reply' ? target?.replyMinutes : target?.resolutionMinutes) ?? Number.POSITIVE_INFINITY;
};
/** The segment of the two to which more was promised: sooner solved, else sooner answered. */
const stricterSegment = (levels: Levels, into: Promised, from: Promised, priority: Priority): string | null => {
  const [mine, theirs] = [into, from].map(({ segment }) => (['resolution', 'reply'] as const).map((promise) => minutesFor(levels, segment, priority, promise))) as [number[], number[]];
  const differs = mine.findIndex((minutes, index) => minutes !== theirs[index]);
  return differs >= 0 && (theirs[differs] ?? 0) < (mine[differs] ?? 0) ? from.segment : into.segment;
};
const alarmAfter = (levels: Levels, ticket: Promised, promise: PromiseName, moment: Date): Alarm => {
  const told = alarmsAt(levels, ticket, moment).find((each) => each.promise === promise)?.alarm;
  return told ?? (promise === 'reply' ? ticket.replyAlarm : ticket.resolutionAlarm) ?? 'none';
};

/**
 * What a ticket owes once another's conversation goes on in it, at a priority: the longer of the two times that
 * agents have had counts, the segment to which more was promised, and what was missed in either stays missed.
 */
export const stricterOf = (levels: Levels, into: Promised, from: Promised, priority: Priority, moment: Date): Pick<Promised, 'segment' | 'spentSeconds' | 'replyAlarm' | 'resolutionAlarm'> => {
  const more = Math.max(0, spentAt(levels, from, moment) - spentAt(levels, into, moment));
  const worst = (promise: PromiseName): Alarm => [into, from].map((each) => alarmAfter(levels, each, promise, moment)).toSorted((one, other) => order.indexOf(other) - order.indexOf(one))[0] ?? 'none';
  const [replyAlarm, resolutionAlarm] = promiseNames.map(worst) as [Alarm, Alarm];
  return { segment: stricterSegment(levels, into, from, priority), spentSeconds: (into.spentSeconds ?? 0) + more, replyAlarm, resolutionAlarm };
};
