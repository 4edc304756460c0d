import { z } from 'zod';
import { viewFilters } from './desk';
import type { ViewFilters } from './desk';

/** The views that every agent has, in their order. */
export const standingViews = ['mine', 'unassigned', 'turn', 'breaching', 'unread', 'unhappy', 'open', 'waiting', 'snoozed', 'done'] as const;
export type StandingView = (typeof standingViews)[number];

const awake = { state: 'active', snoozed: 'no' } as const;
/** What each of them asks the list for: the page lists it, the server counts it. */
export const standingFilters: Record<StandingView, ViewFilters> = {
  mine: { ...awake, assignee: 'me' },
  unassigned: { ...awake, assignee: 'nobody' },
  turn: { ...awake, turn: 'agent' },
  // Also what is snoozed: a promise does not sleep.
  breaching: { state: 'active', due: 'breached', sort: 'dueAt' },
  unread: { ...awake, unread: 'yes' },
  // Mostly solved already: whoever looks decides whether to open it again.
  unhappy: { rating: 'low' },
  open: awake,
  waiting: { ...awake, state: 'pending' },
  snoozed: { state: 'active', snoozed: 'yes' },
  done: { state: 'done' },
};
/** The open tickets of one category. */
export const categoryFilters = (slug: string): ViewFilters => ({ ...awake, category: slug });

/** POST and PUT /portal/views: a view of one's own, or with `shared` of all agents. */
export const viewChange = z.strictObject({ name: z.string().trim().min(1).max(60), shared: z.boolean().default(false), filters: viewFilters });
export type ViewChange = z.infer<typeof viewChange>;

/** A count stops here, so that it stays cheap however full the desk is; it means "this many or more". */
export const mostCounted = 1000;
// To a thousand, counting took as long as reading the page; to four hundred, a fifth of it.
const mostAhead = 100;
/** The same for the number of tickets in a list: it is counted this far beyond the page that is looked at. */
export const mostListed = (page: number, pageSize: number): number => page * pageSize + mostAhead;

export interface SavedView {
  id: number;
  name: string;
  shared: boolean;
  filters: ViewFilters;
  /** Null where words are searched: that would read every ticket. */
  count: number | null;
}
/** GET /portal/views */
export interface Views {
  counts: Record<StandingView, number>;
  /** Of categories with open tickets, in their order. */
  categories: { slug: string; name: string; count: number }[];
  /** The agent's own and the shared ones, by name. */
  saved: SavedView[];
}
