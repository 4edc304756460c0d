import type { ViewFilters } from '../../../contracts/desk';
import { categoryFilters, standingFilters, standingViews } from '../../../contracts/desk-views';
import type { SavedView, StandingView } from '../../../contracts/desk-views';
import { ticketStates } from '../../../contracts/tickets';
import type { TicketState } from '../../../contracts/tickets';

/** How the address names a view: `mine`, `category:lamps`, `saved:12`. */
export type ViewKey = StandingView | `category:${string}` | `saved:${number}`;

/** The view of the tickets behind a figure; no link of the inbox leads there. */
export const countedView = 'counted';

const done: TicketState[] = ['solved', 'closed'];

/** The view that everybody has under a name, if it is one of those. */
export const standingOf = (key: string): StandingView | undefined => standingViews.find((name) => name === key);
/** The saved view that a key means, as far as it is known. */
export const savedOf = (key: string, saved: SavedView[]): SavedView | undefined => saved.find(({ id }) => `saved:${id}` === key);

/** What a view asks for; null for a saved one that is not, or not yet, known. */
export const filtersOf = (key: string, saved: SavedView[]): ViewFilters | null => {
  // All tickets: what is counted narrows them.
  if (key === countedView) return {};
  const standing = standingOf(key);
  if (standing) return standingFilters[standing];
  if (key.startsWith('category:')) return categoryFilters(key.slice('category:'.length));
  return savedOf(key, saved)?.filters ?? null;
};

/** The states that a view can be narrowed to: those that its own one holds, none where it names a single one. */
export const statesWithin = ({ state }: ViewFilters): TicketState[] => {
  if (state === undefined) return [...ticketStates];
  if (state === 'active') return ticketStates.filter((each) => !done.includes(each));
  return state === 'done' ? done : [];
};
