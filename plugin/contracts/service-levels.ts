import { z } from 'zod';
import { timeZone } from './accounts';
import { priorities } from './tickets';
import type { SegmentTitle } from './settings';
import type { Priority } from './tickets';

/** When the desk is open and how soon it promises to act: answers of the admin API under `/portal`. */

/** What is promised: a first reply, and that the request is solved. */
export const promiseNames = ['reply', 'resolution'] as const;
export type PromiseName = (typeof promiseNames)[number];

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** `24:00` is the end of the day. */
const closingTime = z.union([clockTime, z.literal('24:00')]);
/** One stretch of opening on a day of the week (1 Monday … 7 Sunday); `to` before `from` is on the next day. */
export const opening = z
  .strictObject({ day: z.number().int().min(1).max(7), from: clockTime, to: closingTime })
  .refine(({ from, to }) => from !== to, { path: ['to'], params: { rule: 'not_allowed' } });
export type Opening = z.infer<typeof opening>;

// The round trip, because Date takes 30 February for 2 March.
const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);
const day = z.string().refine(isDay, { params: { rule: 'malformed' } });
/** Days on which the desk is closed, from the first to the last, in its own time zone. */
export const holiday = z
  .strictObject({ name: z.string().trim().min(1).max(80), from: day, to: day })
  .refine(({ from, to }) => from <= to, { path: ['to'], params: { rule: 'not_allowed' } });
export type Holiday = z.infer<typeof holiday>;

/** GET and PUT /portal/business-hours. Never open is no calendar: at least one opening. Holidays may overlap. */
export const businessHours = z.strictObject({
  // `+05:00` is known to Node as well, but has no summer time that could be right.
  timeZone: timeZone.refine((name) => /^[A-Za-z]/.test(name), { params: { rule: 'not_allowed' } }),
  openings: z.array(opening).min(1).max(70),
  holidays: z.array(holiday).max(300),
});
export type BusinessHours = z.infer<typeof businessHours>;

// A year of a desk that never closes.
const openMinutes = z.number().int().min(1).max(525_600).nullable();
/** What is promised, in minutes of opening, to whom (null: every segment) and for which priority (null: each). */
export const serviceTarget = z.strictObject({
  segment: z.string().trim().min(1).max(80).nullable(),
  priority: z.enum(priorities).nullable(),
  replyMinutes: openMinutes,
  resolutionMinutes: openMinutes,
});
export type ServiceTarget = z.infer<typeof serviceTarget>;

/** PUT /portal/service-levels: all targets at once. `warnAtPercent` of a target's time, agents are warned. */
export const serviceLevels = z.strictObject({ warnAtPercent: z.number().int().min(1).max(99), targets: z.array(serviceTarget).max(200) });
export type ServiceLevels = z.infer<typeof serviceLevels>;
/** GET /portal/service-levels: also the segments that customers are in, to choose from. */
export interface ServiceLevelsAnswer extends ServiceLevels {
  segments: SegmentTitle[];
}

/** POST /portal/business-hours/previews and /portal/service-levels/previews: when a ticket sent now would be due. */
export interface DuePreview {
  sentAt: string;
  /** The desk's. */
  timeZone: string;
  /** Whether the desk is open at that moment. */
  open: boolean;
  /** `title`: what the segment is called. */
  dues: { segment: string | null; title: string | null; priority: Priority | null; replyDueAt: string | null; resolutionDueAt: string | null }[];
}

/** The next thing that is due on a ticket; null while nothing runs. */
export interface Due {
  promise: PromiseName;
  /** From `warnAt` on it is soon, from `at` on overdue. */
  at: string;
  warnAt: string;
}

/** How one promise of a ticket stands: met, running towards `dueAt`, or waiting for the customer with minutes left. */
export interface PromiseStanding {
  promise: PromiseName;
  state: 'running' | 'paused' | 'met' | 'missed';
  targetMinutes: number;
  /** Minutes of opening that are left, while it is paused. */
  minutesLeft: number | null;
  dueAt: string | null;
}
