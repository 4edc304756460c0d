import { z } from 'zod';
import type { AuthoredArticle } from './knowledge-desk';

/** Figures of the desk between two dates: answers of the admin API under `/portal/analytics`. */

/** RBAC actions; a role gets them in Settings → Roles → Plugins → Customer Portal. */
export const analyticsActions = {
  /** See the figures. */
  read: 'plugin::portal.analytics.read',
  /** Save them as a file. */
  export: 'plugin::portal.analytics.export',
} as const;

/** By what figures can be told apart, each by itself. */
export const dimensions = ['segment', 'category', 'agent', 'language'] as const;
export type Dimension = (typeof dimensions)[number];
/** With what a span is compared: the same number of days right before, or the same dates a year ago. */
export const comparisons = ['before', 'year', 'none'] as const;
export type Comparison = (typeof comparisons)[number];

/** Where the steps of durations begin after the first, in seconds: 5, 15, 30 minutes, 1, 2, 4, 8, 12 hours, 1, 2, 3, 5, 7, 14, 30 days. */
export const durationBounds = [300, 900, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400, 172_800, 259_200, 432_000, 604_800, 1_209_600, 2_592_000] as const;

const longestDays = 3660;
const isDay = (value: string): boolean => /^20\d\d-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);
/** A date from 2000-01-01 to 2099-12-31. */
export const figureDay = z.string().refine(isDay, { params: { rule: 'malformed' } });
const lengthOf = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

const span = { from: figureDay, to: figureDay };
const narrowed = { by: z.enum(dimensions).optional(), value: z.string().max(80).optional() };
interface Asked {
  from: string;
  to: string;
  by?: Dimension;
  value?: string;
}
const inOrder = ({ from, to }: Asked): boolean => from <= to;
const shortEnough = ({ from, to }: Asked): boolean => !isDay(from) || !isDay(to) || lengthOf(from, to) <= longestDays;
const whole = ({ by, value }: Asked): boolean => (by === undefined) === (value === undefined);
const refused = (path: string) => ({ path: [path], params: { rule: 'not_allowed' } });

/** GET /portal/analytics: both dates belong to it, as days of the desk's time zone; at most ten years. */
export const analyticsQuery = z
  .strictObject({ ...span, ...narrowed, compare: z.enum(comparisons).default('before') })
  .refine(inOrder, refused('to'))
  .refine(shortEnough, refused('from'))
  .refine(whole, refused('value'));
export type AnalyticsQuery = z.infer<typeof analyticsQuery>;
/** GET /portal/analytics/parts: the same figures for each segment, category, agent or language. */
export const partsQuery = z.strictObject({ ...span, by: z.enum(dimensions) }).refine(inOrder, refused('to')).refine(shortEnough, refused('from'));
export type PartsQuery = z.infer<typeof partsQuery>;
/** GET /portal/analytics/file: what is asked like the page, as CSV. */
export const analyticsFileQuery = z.strictObject({ ...span, ...narrowed }).refine(inOrder, refused('to')).refine(shortEnough, refused('from')).refine(whole, refused('value'));

export interface Span {
  from: string;
  to: string;
}
/** Times that were taken. */
export interface Durations {
  count: number;
  /** The step in which the middle one lies, in seconds; `to` null: beyond the last bound. Null of nothing. */
  median: { from: number; to: number | null } | null;
  /** Seconds. */
  average: number | null;
  /** How many lie in each step; one more than `durationBounds`. */
  steps: number[];
}
export interface Kept {
  kept: number;
  broken: number;
}
/** What a span comes to. Ratios are for the reader to make: of nothing there is none. */
export interface Figures {
  opened: number;
  resolved: number;
  reopened: number;
  /** Still to be done at the end of the last day. */
  backlog: number;
  firstReply: Durations;
  resolution: Durations;
  /** How many gave 1 to 5 points. */
  ratings: [number, number, number, number, number];
  promises: { reply: Kept; resolution: Kept };
  /** First replies of which the portal had said when to expect them, and how many came by then. */
  expected: { count: number; inTime: number };
}
/** Answers before a request; null where the chosen part is not known of them. */
export interface Deflection {
  searches: { all: number; found: number; opened: number } | null;
  /** `spared`: something was opened, and no request followed within a day. `left`: neither solved nor sent within a day; `waiting`: the day is not over. */
  suggestions: { all: number; offered: number; opened: number; solved: number; sent: number; left: number; waiting: number; spared: number } | null;
}
export interface ArticleFigures {
  article: AuthoredArticle;
  views: number;
  shown: number;
  opened: number;
  solved: number;
  sentAnyway: number;
}
/** One point of the charts; `from` is its first day. */
export interface Point {
  from: string;
  opened: number;
  resolved: number;
  reopened: number;
  /** At its end. */
  backlog: number;
}
/** A part by its name: of what is gone, null. `filters`: how the inbox is narrowed to it; null where it cannot be. */
export interface NamedPart {
  by: Dimension;
  value: string;
  name: string | null;
  filters: Record<string, string> | null;
}
/** GET /portal/analytics */
export interface Analytics {
  span: Span;
  timeZone: string;
  part: NamedPart | null;
  figures: Figures;
  step: 'day' | 'week' | 'month';
  series: Point[];
  deflection: Deflection;
  /** Those that answered most; in all languages and for everybody. */
  articles: ArticleFigures[];
  before: { span: Span; figures: Figures; deflection: Deflection } | null;
  /** False while older tickets are still being counted. */
  complete: boolean;
}
/** GET /portal/analytics/parts: one line, most requests first. */
export interface PartFigures extends NamedPart {
  figures: Figures;
}
