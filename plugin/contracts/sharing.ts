import { z } from 'zod';
import { email } from './accounts';
import type { TicketState } from './tickets';

/** Who else may look at a ticket: people whom its requester adds, and links to read it, which are never a login. */

/** POST tickets/:reference/participants: who may read the request from now on, and answer. */
export const participantCreation = z.strictObject({ email });

/** How many days a link can last. */
export const shareDays = [1, 7, 30] as const;
/** POST tickets/:reference/share-links */
export const shareCreation = z.strictObject({ days: z.union(shareDays.map((days) => z.literal(days))) });

/** GET tickets/:reference/share-links: those that still open it. The address itself is told once, when it is made. */
export interface ShareLink {
  id: string;
  createdAt: string;
  expiresAt: string;
}
/** The answer to making one: only here is the token, which ends the address `/shared/:token` of the portal. */
export interface NewShareLink extends ShareLink {
  token: string;
}

export interface SharedFile {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
}
/** GET shared/:token: the visible conversation, with names and nothing else of anybody. */
export interface SharedTicket {
  reference: string;
  subject: string;
  state: TicketState;
  createdAt: string;
  updatedAt: string;
  expiresAt: string;
  comments: { id: string; author: { kind: 'customer' | 'agent'; name: string }; html: string; createdAt: string; files: SharedFile[] }[];
}
