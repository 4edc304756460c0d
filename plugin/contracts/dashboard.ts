import type { Incident } from './incidents';
import type { ArticleLink } from './knowledge';
import type { TicketEvent, TicketListItem } from './tickets';

/** How many months back a customer's own figures go, the present one included. */
export const figureMonths = 12;
/** Below this many a median or an average says more than anybody measured. */
export const enoughForFigures = 3;

/** Something that happened in a request that the customer reads. */
export interface Activity extends Pick<TicketEvent, 'id' | 'type' | 'actor' | 'data' | 'createdAt'> {
  reference: string;
  subject: string;
}

/** One month on the customer's own calendar. Minutes go from sending, nights and weekends included; null: nothing to measure. */
export interface FigureMonth {
  /** `2026-11` */
  month: string;
  requests: number;
  /** Of the requests that were sent in this month. */
  firstReplyMinutes: number | null;
  resolutionMinutes: number | null;
  /** 1 to 5. */
  satisfaction: number | null;
}

/** Of what the customer sent himself in the last twelve months. A figure is null before there are three to make it of. */
export interface OwnFigures {
  requests: number;
  answered: number;
  solved: number;
  rated: number;
  /** Medians. */
  firstReplyMinutes: number | null;
  resolutionMinutes: number | null;
  /** The average, to one decimal. */
  satisfaction: number | null;
  /** The oldest first, all twelve. */
  months: FigureMonth[];
}

/** GET dashboard: where the customer stands, in one call. */
export interface Dashboard {
  /** Open requests of his, and those he takes part in: what waits for him first, then the latest change. */
  open: TicketListItem[];
  /** How many there are beyond those that are shown, too. */
  openCount: number;
  waitingCount: number;
  /** Open requests of his organisation that others sent; null where his segment does not let him read them. */
  colleagues: { open: TicketListItem[]; count: number } | null;
  /** Newest first. */
  activity: Activity[];
  incidents: Incident[];
  /** `popular`: nothing he asked or read lately leads to any. Empty where the knowledge base is off. */
  articles: { basis: 'own' | 'popular'; list: ArticleLink[] };
  figures: OwnFigures;
}
