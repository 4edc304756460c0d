import { z } from 'zod';
import { email } from './accounts';
import { moment } from './moment';
import { ticketStates } from './tickets';

/** Who else may look at a ticket: people whom its requester adds, and links to read it, which are never a login. */

/** POST tickets/:reference/participants: who may read the request from now on, and answer. */
export const participantCreation = z.strictObject({ email });

/** How many days a link can last. */
export const shareDays = [1, 7, 30] as const;
/** POST tickets/:reference/share-links */
export const shareCreation = z.strictObject({ days: z.union(shareDays.map((days) => z.literal(days))) });

/** GET tickets/:reference/share-links: those that still open it. The address itself is told once, when it is made. */
export const shareLink = z.object({
  id: z.string(),
  createdAt: moment,
  expiresAt: moment,
}).meta({ id: 'ShareLink' });
export type ShareLink = z.infer<typeof shareLink>;
/** The answer to making one: only here is the token, which ends the address `/shared/:token` of the portal. */
export const newShareLink = shareLink.extend({
  token: z.string(),
}).meta({ id: 'NewShareLink' });
export type NewShareLink = z.infer<typeof newShareLink>;

export const sharedFile = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number().int().describe('Bytes.'),
}).meta({ id: 'SharedFile' });
export type SharedFile = z.infer<typeof sharedFile>;
/** GET shared/:token: the visible conversation, with names and nothing else of anybody. */
export const sharedTicket = z.object({
  reference: z.string(),
  subject: z.string(),
  state: z.enum(ticketStates),
  createdAt: moment,
  updatedAt: moment,
  expiresAt: moment,
  comments: z.array(z.object({
  id: z.string(),
  author: z.object({ kind: z.enum(['customer', 'agent']), name: z.string() }),
  html: z.string(),
  createdAt: moment,
  files: z.array(sharedFile),
})),
}).meta({ id: 'SharedTicket' });
export type SharedTicket = z.infer<typeof sharedTicket>;
