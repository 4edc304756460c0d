import { z } from 'zod';
import { figureDay } from './analytics';
import { pageNumber, pageSize } from './platform';
import type { ErrorCode, FieldError } from './platform';
import type { SegmentTitle } from './settings';
import { bodyText, priorities, stateFilters, ticketSorts, ticketStates } from './tickets';
import type { Category, TicketEvent, TicketSummary } from './tickets';
import type { Attachment, Comment } from './conversation';
import type { JoinedTicket, LeadTicket } from './merging';
import type { AddressTrouble } from './mails';
import type { DeskRating, ReplyVotes } from './ratings';
import type { Due, PromiseStanding } from './service-levels';

/** The agents' half of the contract: answers of the admin API under `/portal`. */

// Ids are integers of 32 bits; PostgreSQL answers a larger one with an error instead of nothing.
const largestId = 2_147_483_647;

/** How the desk's list can be sorted: also by what is due first, what is not due last, and by where words were found: first in the subject. */
export const deskSorts = [...ticketSorts, 'dueAt', 'match'] as const;
export type DeskSort = (typeof deskSorts)[number];
/** What is overdue, and what agents were warned of. */
export const dueFilters = ['breached', 'soon'] as const;

/** A word that agents put on tickets; small letters, at most 40 characters, no commas. */
export const tagName = z.string().trim().toLowerCase().regex(/^[\p{L}\p{N}]([\p{L}\p{N} _-]{0,38}[\p{L}\p{N}])?$/u);

const filters = {
  state: z.enum(stateFilters).optional(),
  category: z.string().max(80).optional(),
  priority: z.enum(priorities).optional(),
  /** `me`, `nobody` or an agent's id. */
  assignee: z.union([z.enum(['me', 'nobody']), z.string().regex(/^\d{1,10}$/).refine((id) => Number(id) <= largestId)]).optional(),
  turn: z.enum(['agent', 'requester']).optional(),
  tag: tagName.optional(),
  /** Left out: whether snoozed or not. */
  snoozed: z.enum(['yes', 'no']).optional(),
  /** Only what still wants somebody to act and has news that this agent has not seen. */
  unread: z.enum(['yes']).optional(),
  due: z.enum(dueFilters).optional(),
  /** Rated with one or two stars in the last thirty days. */
  rating: z.enum(['low']).optional(),
};
/** What a view narrows the list by: everything of the list but the page. */
export const viewFilters = z.strictObject({ q: z.string().trim().max(200).optional(), sort: z.enum(deskSorts).optional(), ...filters });
export type ViewFilters = z.infer<typeof viewFilters>;

/** What a figure counts of tickets, between two dates: how the list shows those behind it. */
export const countedAs = ['opened', 'resolved', 'reopened', 'replied', 'expected', 'rated', 'reply_kept', 'reply_broken', 'resolution_kept', 'resolution_broken'] as const;
export type CountedAs = (typeof countedAs)[number];

/** GET /portal/tickets */
export const deskListQuery = z.strictObject({
  page: pageNumber.default(1),
  pageSize: pageSize.default(25),
  sort: z.enum(deskSorts).default('-updatedAt'),
  q: z.string().trim().max(200).default(''),
  ...filters,
  /** Those that a figure counts from one day to another, both included, in the desk's time zone. */
  counted: z.enum(countedAs).optional(),
  from: figureDay.optional(),
  to: figureDay.optional(),
  segment: z.string().max(80).optional(),
  language: z.string().max(20).optional(),
});
export type DeskListQuery = z.infer<typeof deskListQuery>;

/** PUT /portal/tickets/:reference: only what is named changes. */
export const ticketChange = z.strictObject({
  state: z.enum(ticketStates).optional(),
  priority: z.enum(priorities).optional(),
  category: z.string().max(80).optional(),
  /** Agent's id, or null to hand it back to the queue. */
  assignee: z.number().int().positive().max(largestId).nullable().optional(),
  addTags: z.array(tagName).min(1).max(20).optional(),
  removeTags: z.array(tagName).min(1).max(20).optional(),
  /** Out of the open views until then, or until the customer writes; null brings the ticket back now. */
  snoozeUntil: z.iso.datetime().nullable().optional(),
});
export type TicketChange = z.infer<typeof ticketChange>;

/** POST /portal/tickets/changes: the same change to several tickets, each by itself. */
export const ticketChanges = z.strictObject({ references: z.array(z.string().min(1).max(40)).min(1).max(100), change: ticketChange });
export type TicketChanges = z.infer<typeof ticketChanges>;
/** What came of it: a ticket is in one of the two lists. */
export interface TicketsChanged {
  changed: string[];
  /** `errors`: which parts of the change a ticket did not take. */
  failed: { reference: string; code: ErrorCode; message: string; errors: FieldError[] }[];
}

/** PUT /portal/tickets/:reference/read-mark: the last line of the timeline that the agent saw. */
export const readMark = z.strictObject({ event: z.number().int().min(0).max(largestId) });

/** POST /portal/tickets/:reference/comments: a reply; `state` is what the ticket becomes (default `pending`). */
export const agentReply = z.strictObject({
  body: bodyText,
  attachments: z.array(z.string().max(64)).max(20).default([]),
  state: z.enum(ticketStates).optional(),
  /** The id of the last message that the agent saw; left out: whatever came after it. */
  seen: z.string().max(64).optional(),
  /** Send it although a colleague's reply is just on its way; what came after `seen` is refused all the same. */
  anyway: z.boolean().default(false),
  /** References of tickets worked on in this one, to whose customers it goes as well: to each on his own ticket. */
  alsoTo: z.array(z.string().min(1).max(40)).max(20).default([]),
  /** So long it can be taken back; nobody but agents knows of it before. */
  holdSeconds: z.number().int().min(0).max(30).default(0),
  /** Sends what looks secret all the same; without it 409 `secret_found`. */
  allowSecrets: z.boolean().optional(),
});
export type AgentReply = z.infer<typeof agentReply>;
/** POST /portal/tickets/:reference/notes: an internal note, never shown to a customer. */
export const agentNote = z.strictObject({ body: bodyText, attachments: z.array(z.string().max(64)).max(20).default([]), allowSecrets: z.boolean().optional() });
export type AgentNote = z.infer<typeof agentNote>;

export interface Agent {
  id: number;
  name: string;
}

export interface DeskTicket extends TicketSummary {
  requester: { name: string; email: string };
  assignee: Agent | null;
  /** In alphabetical order. */
  tags: string[];
  snoozedUntil: string | null;
  /** True while somebody has to act and there is news that the asking agent has not seen. */
  unread: boolean;
  /** Never told to customers. */
  due: Due | null;
}

/** GET /portal/tickets: a row of the inbox. */
export interface InboxTicket extends DeskTicket {
  /** Colleagues who have it on the screen. */
  present: (Agent & { writing: boolean })[];
  /** A line of the message in which most of the asked words are, else of an answer (no author); null where none is. `marks` are offsets of the words in `text`. */
  found: { author: string | null; internal: boolean; text: string; marks: [from: number, to: number][] } | null;
}

export interface DeskComment extends Comment {
  internal: boolean;
}

/** A reply that is not sent yet. */
export interface HeldReply {
  id: string;
  agent: Agent;
  body: string;
  files: number;
  releaseAt: string;
}
/** DELETE /portal/tickets/:reference/held-replies/:id: what goes back into the composer. */
export interface TakenBack {
  body: string;
  attachments: Attachment[];
  state: TicketSummary['state'] | null;
  /** To which other tickets it was to go. */
  alsoTo: string[];
}

/** PUT /portal/tickets/:reference/presence: the agent has the ticket on the screen. */
export const presenceChange = z.strictObject({ writing: z.boolean() });
export interface Presence {
  /** Who else does, with whether a reply is being written. */
  others: (Agent & { writing: boolean })[];
  /** The last line of the timeline, and how many replies are held: another number means that there is something new. */
  lastEvent: number;
  held: number;
}

export interface DeskTicketDetail extends DeskTicket {
  /** Where it is worked on; null where by itself. */
  lead: LeadTicket | null;
  joined: JoinedTicket[];
  fields: { name: string; label: string; value: string | boolean }[];
  comments: DeskComment[];
  events: TicketEvent[];
  held: HeldReply[];
  /** How long the desk lets replies be taken back. */
  undoSeconds: number;
  closedAt: string | null;
  promises: PromiseStanding[];
  /** Addresses of those whom the requester added. */
  participants: string[];
  requesterTickets: { reference: string; subject: string; state: TicketSummary['state'] }[];
}

/** GET /portal/categories: also the inactive ones, with the source of the help text. */
export interface DeskCategory extends Omit<Category, 'helpHtml' | 'firstReplyHours'> {
  helpText: string;
  position: number;
  active: boolean;
  ticketCount: number;
}

/** What a requester looked for in the portal before the ticket was sent. */
export interface LookedFor {
  /** The words, with addresses and numbers masked. */
  text: string;
  offered: number;
  /** Titles of the articles that were opened. */
  opened: string[];
  outcome: 'open' | 'solved' | 'sent';
  createdAt: string;
}
/** GET /portal/tickets/:reference/requester */
export interface RequesterPanel {
  segment: SegmentTitle;
  language: string;
  /** Where the requester belongs now; `colleaguesRead`: some there may read this ticket. */
  organisation: { name: string; colleaguesRead: boolean } | null;
  customerSince: string;
  ticketCount: number;
  openCount: number;
  /** Mails do not reach him; null where they do. */
  trouble: AddressTrouble | null;
  /** How he found the work on this ticket, and what was said of single replies. */
  rating: DeskRating | null;
  votes: ReplyVotes;
  /** Newest first. */
  lookedFor: LookedFor[];
}
/** GET /portal/users/:id/tickets: of the customer behind a users-permissions user; newest first. */
export type UserTicket = Pick<TicketSummary, 'reference' | 'subject' | 'state' | 'updatedAt'>;

/** PUT /portal/category-order: all categories below `parent` (null: of the top), the first at the front. */
export const categoryOrder = z.strictObject({ parent: z.string().max(80).nullable(), slugs: z.array(z.string().max(80)).max(500) });
export type CategoryOrder = z.infer<typeof categoryOrder>;

/** RBAC actions; a role gets them in Settings → Roles → Plugins → Customer Portal. */
export const deskActions = {
  read: 'plugin::portal.tickets.read',
  reply: 'plugin::portal.tickets.reply',
  note: 'plugin::portal.tickets.note',
  assign: 'plugin::portal.tickets.assign',
  update: 'plugin::portal.tickets.update',
  redact: 'plugin::portal.tickets.redact',
  categories: 'plugin::portal.categories.manage',
  merge: 'plugin::portal.tickets.merge',
  views: 'plugin::portal.views.share',
  savedReplies: 'plugin::portal.saved-replies.manage',
  incidents: 'plugin::portal.incidents.manage',
  hours: 'plugin::portal.hours.manage',
  levels: 'plugin::portal.service-levels.manage',
  chats: 'plugin::portal.chats.answer',
} as const;
