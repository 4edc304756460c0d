import { z } from 'zod';
import { incident } from './incidents';
import { ticketArticles } from './knowledge';
import { ticketDetail } from './ticket-detail';

/** All that the page of one request shows: the site asks for it in one call. */
export const requestPage = z.object({
  ticket: ticketDetail,
  incidents: z.array(incident).describe('What goes on and touches it; mostly nothing.'),
  articles: ticketArticles.nullable().describe('Null where the reader’s segment has no knowledge base.'),
}).meta({ id: 'RequestPage' });
export type RequestPage = z.infer<typeof requestPage>;
