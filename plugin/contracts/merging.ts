import { z } from 'zod';
import type { DeskComment } from './desk';
import type { TicketState } from './tickets';

/** Tickets that become one, and those that are worked on together. */

/** GET /portal/tickets/:reference/merge: into which ticket this one would go. */
export const mergeWish = z.strictObject({ into: z.string().min(1).max(40) });
/** POST of it: `confirmation` is the preview's. */
export const mergeOrder = z.strictObject({ into: z.string().min(1).max(40), confirmation: z.string().max(64).nullable().default(null) });
/** Who can read a ticket: its requester's name, addresses of participants, the organisation whose customers read along, open links. */
export interface MergeReaders {
  requester: string;
  participants: string[];
  colleagues: string | null;
  links: number;
}
/** What a merge would do. */
export interface MergePreview {
  into: { reference: string; subject: string; state: TicketState };
  /** `move`: both are of one requester and become one. `together`: agents work on both in one, and no customer reads more than before. */
  way: 'move' | 'together';
  /** How many messages and internal notes move, or are shown to agents there. */
  messages: number;
  notes: number;
  readers: { from: MergeReaders; into: MergeReaders };
  /** What an agent sends back to say that he knows who reads what; null where nobody but their common requester is concerned. */
  confirmation: string | null;
}

/** A ticket of another requester in which this one is worked on. */
export interface LeadTicket {
  reference: string;
  subject: string;
  requester: string;
}
/** A ticket of another requester that is worked on in this one, with all that was said there: for agents only. */
export interface JoinedTicket {
  reference: string;
  subject: string;
  state: TicketState;
  requester: { name: string; email: string };
  comments: DeskComment[];
}
