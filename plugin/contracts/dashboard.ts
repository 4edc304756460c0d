import { z } from 'zod';
import { incident } from './incidents';
import { articleLink } from './knowledge';
import { ticketEvent, ticketListItem } from './tickets';

/** How many months back a customer's own figures go, the present one included. */
export const figureMonths = 12;
/** Below this many a median or an average says more than anybody measured. */
export const enoughForFigures = 3;

/** Something that happened in a request that the customer reads. */
export const activity = ticketEvent.pick({ id: true, type: true, actor: true, data: true, createdAt: true }).extend({
  reference: z.string(),
  subject: z.string(),
}).meta({ id: 'Activity' });
export type Activity = z.infer<typeof activity>;

/** One month on the customer's own calendar. Minutes go from sending, nights and weekends included; null: nothing to measure. */
export const figureMonth = z.object({
  month: z.string().describe('`2026-11`'),
  requests: z.number().int(),
  firstReplyMinutes: z.number().nullable().describe('Of the requests that were sent in this month.'),
  resolutionMinutes: z.number().nullable(),
  satisfaction: z.number().nullable().describe('1 to 5.'),
}).meta({ id: 'FigureMonth' });
export type FigureMonth = z.infer<typeof figureMonth>;

/** Of what the customer sent himself in the last twelve months. A figure is null before there are three to make it of. */
export const ownFigures = z.object({
  requests: z.number().int(),
  answered: z.number().int(),
  solved: z.number().int(),
  rated: z.number().int(),
  firstReplyMinutes: z.number().nullable().describe('Medians.'),
  resolutionMinutes: z.number().nullable(),
  satisfaction: z.number().nullable().describe('The average, to one decimal.'),
  months: z.array(figureMonth).describe('The oldest first, all twelve.'),
}).meta({ id: 'OwnFigures' });
export type OwnFigures = z.infer<typeof ownFigures>;

/** GET dashboard: where the customer stands, in one call. */
export const dashboard = z.object({
  open: z.array(ticketListItem).describe('Open requests of his, and those he takes part in: what waits for him first, then the latest change.'),
  openCount: z.number().int().describe('How many there are beyond those that are shown, too.'),
  waitingCount: z.number().int(),
  colleagues: z.object({ open: z.array(ticketListItem), count: z.number().int() }).nullable().describe('Open requests of his organisation that others sent; null where his segment does not let him read them.'),
  activity: z.array(activity).describe('Newest first.'),
  incidents: z.array(incident),
  articles: z.object({ basis: z.enum(['own', 'popular']), list: z.array(articleLink) }).describe('`popular`: nothing he asked or read lately leads to any. Empty where the knowledge base is off.'),
  figures: ownFigures,
}).meta({ id: 'Dashboard' });
export type Dashboard = z.infer<typeof dashboard>;
