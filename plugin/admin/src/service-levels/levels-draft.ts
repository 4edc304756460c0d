import type { ServiceLevels, ServiceTarget } from '../../../contracts/service-levels';
import { keyed } from './hours-draft';
import type { Keyed } from './hours-draft';
import { durationText, minutesOfText } from './open-duration';

/** A target as the form holds it: what is promised as it was typed. */
export type TargetDraft = Keyed<Pick<ServiceTarget, 'segment' | 'priority'> & { reply: string; resolution: string }>;

/** Service levels as the form holds them. */
export interface LevelsDraft {
  warnAtPercent: string;
  targets: TargetDraft[];
}

/** The form of what was read. */
export const draftOfLevels = ({ warnAtPercent, targets }: ServiceLevels): LevelsDraft => ({
  warnAtPercent: String(warnAtPercent),
  targets: targets.map(({ segment, priority, replyMinutes, resolutionMinutes }) => keyed({ segment, priority, reply: durationText(replyMinutes), resolution: durationText(resolutionMinutes) })),
});

// What is no duration goes out as a number that the server refuses at its place.
const minutesOrRefused = (text: string): number | null => {
  const minutes = minutesOfText(text);
  return Number.isNaN(minutes) ? -1 : minutes;
};

/** What the form says, as it is saved. */
export const levelsOfDraft = ({ warnAtPercent, targets }: LevelsDraft): ServiceLevels => ({
  warnAtPercent: Number(warnAtPercent),
  targets: targets.map(({ segment, priority, reply, resolution }) => ({ segment, priority, replyMinutes: minutesOrRefused(reply), resolutionMinutes: minutesOrRefused(resolution) })),
});

/** An empty target, for everybody. */
export const newTarget = (): TargetDraft => keyed({ segment: null, priority: null, reply: '', resolution: '' });
