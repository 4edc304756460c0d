import { targetFor } from '../service-levels/promises';
import type { Levels } from '../service-levels/promises';
import type { TicketRow } from './rows';

type Settled = Partial<Pick<TicketRow, 'replyPromise' | 'resolutionPromise'>>;
type Part = (levels: Levels, before: TicketRow, after: TicketRow) => Settled;

const replied: Part = ({ targets }, before, after) => {
  // A merge brings the other ticket's breach along.
  if (after.replyAlarm === 'breached') return before.replyAlarm === 'breached' ? {} : { replyPromise: 'broken' };
  if (before.firstRepliedAt !== null || after.firstRepliedAt === null) return {};
  return targetFor(targets, after.segment, after.priority)?.replyMinutes == null ? {} : { replyPromise: 'kept' };
};

const resolved: Part = ({ targets }, before, after) => {
  if (after.resolutionAlarm === 'breached') return before.resolutionAlarm === 'breached' ? {} : { resolutionPromise: 'broken' };
  if (before.turn === 'nobody' && after.turn !== 'nobody') return { resolutionPromise: null };
  if (before.turn === 'nobody' || after.turn !== 'nobody') return {};
  return targetFor(targets, after.segment, after.priority)?.resolutionMinutes == null ? {} : { resolutionPromise: 'kept' };
};

/** What a change settles of what was promised, by the targets that hold at that moment: later ones must not rewrite what was kept. */
export const settledPromises: Part = (levels, before, after) => ({ ...replied(levels, before, after), ...resolved(levels, before, after) });
