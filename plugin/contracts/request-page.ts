import type { Incident } from './incidents';
import type { TicketArticles } from './knowledge';
import type { TicketDetail } from './tickets';

/** All that the page of one request shows: the site asks for it in one call. */
export interface RequestPage {
  ticket: TicketDetail;
  /** What goes on and touches it; mostly nothing. */
  incidents: Incident[];
  /** Null where the reader's segment has no knowledge base. */
  articles: TicketArticles | null;
}
