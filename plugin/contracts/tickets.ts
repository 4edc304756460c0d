import { z } from 'zod';
import { withoutTurns } from './one-line';
import { pageNumber, pageSize } from './platform';
import type { Attachment, Comment } from './conversation';

export const ticketStates = ['new', 'open', 'pending', 'on_hold', 'solved', 'closed'] as const;
export type TicketState = (typeof ticketStates)[number];
export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];
/** Who has to act next; `nobody` once a ticket is solved or closed. */
export type Turn = 'agent' | 'requester' | 'nobody';

export const fieldTypes = ['text', 'long_text', 'choice', 'date', 'checkbox'] as const;
export type FieldType = (typeof fieldTypes)[number];

const fieldName = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/);
/** One own question of a category. */
export const categoryField = z.strictObject({
  name: fieldName,
  label: z.string().trim().min(1).max(120),
  type: z.enum(fieldTypes),
  required: z.boolean().default(false),
  help: z.string().trim().max(300).default(''),
  choices: z.array(z.string().trim().min(1).max(120)).max(50).default([]),
  /** The field is asked only while another one has this value (`true`/`false` for a checkbox). */
  dependsOn: z.strictObject({ field: fieldName, equals: z.union([z.string().max(120), z.boolean()]) }).nullable().default(null),
});
export type CategoryField = z.infer<typeof categoryField>;

/** What an admin saves for a category (POST and PUT). */
export const categoryChange = z.strictObject({
  name: z.string().trim().min(1).max(80),
  description: z.string().trim().max(200).default(''),
  helpText: z.string().trim().max(2000).default(''),
  parent: z.string().max(80).nullable().default(null),
  position: z.number().int().min(0).max(9999).default(0),
  suggestedPriority: z.enum(priorities).default('normal'),
  fields: z.array(categoryField).max(20).default([]),
  active: z.boolean().default(true),
});
export type CategoryChange = z.infer<typeof categoryChange>;

/** GET categories: flat, in the order to show; `parent` is a slug. Only those with `leaf` take tickets. */
export interface Category {
  slug: string;
  name: string;
  description: string;
  /** Safe HTML, rendered from the admin's Markdown. */
  helpHtml: string;
  parent: string | null;
  leaf: boolean;
  suggestedPriority: Priority;
  fields: CategoryField[];
  /** Hours until half of this category's requests had a first reply; null before ten of them were answered. */
  firstReplyHours: number | null;
}

export type FieldValue = string | boolean;
export const subjectText = z
  .string()
  .overwrite(withoutTurns)
  .trim()
  .min(1)
  .max(200)
  // It becomes a line in lists and the subject of mails.
  .refine((value) => !/[\r\n]/.test(value), { params: { rule: 'malformed' } });
export const bodyText = z.string().refine((value) => value.trim().length > 0, { params: { rule: 'required' } }).max(50_000);

/** POST tickets. `fields` is checked against the category, `attachments` against their owner. */
export const ticketCreation = z.strictObject({
  subject: subjectText,
  body: bodyText,
  category: z.string().min(1).max(80),
  priority: z.enum(priorities).optional(),
  fields: z.record(z.string().max(40), z.union([z.string().max(5000), z.boolean()])).default({}),
  attachments: z.array(z.string().max(64)).max(20).default([]),
  /** Sends what looks secret all the same; without it 409 `secret_found`. */
  allowSecrets: z.boolean().optional(),
});
export type TicketCreation = z.infer<typeof ticketCreation>;

export const ticketSorts = ['-updatedAt', 'updatedAt', '-createdAt', 'createdAt', '-priority', 'priority'] as const;
export type TicketSort = (typeof ticketSorts)[number];
/** `open` and `done` are the two shelves of the customer's list; a single state narrows further. */
export const stateFilters = [...ticketStates, 'active', 'done'] as const;
/** GET tickets */
export const ticketListQuery = z.strictObject({
  page: pageNumber.default(1),
  pageSize: pageSize.default(25),
  sort: z.enum(ticketSorts).default('-updatedAt'),
  q: z.string().trim().max(200).default(''),
  state: z.enum(stateFilters).optional(),
  category: z.string().max(80).optional(),
  /** `organisation`: what colleagues sent, where the segment has `organisationRequests`; else 404. */
  scope: z.enum(['own', 'organisation']).default('own'),
});
export type TicketListQuery = z.infer<typeof ticketListQuery>;

export interface TicketSummary {
  reference: string;
  subject: string;
  state: TicketState;
  priority: Priority;
  category: { slug: string; name: string };
  turn: Turn;
  /** ISO 8601 in UTC, as all times. */
  turnSince: string;
  messageCount: number;
  createdAt: string;
  /** For customers the last thing that they can see; for agents also what only agents see. */
  updatedAt: string;
}

/** GET tickets: also what others let the viewer take part in. */
export interface TicketListItem extends TicketSummary {
  /** Somebody else's, who added the viewer. */
  participating: boolean;
  /** Who sent it; only in the list of an organisation. */
  requester?: { name: string; you: boolean };
}

/** Somebody who can read a ticket. Participants go by their address until they say something; `id` is for removing one. */
export interface Audience {
  name: string;
  /** `colleagues` are an organisation's customers whose segment lets them read; `name` is then the organisation's. */
  role: 'requester' | 'participant' | 'colleagues' | 'agents';
  you: boolean;
  id: string | null;
}

/** One line of the timeline; `data` holds only what its type names. */
export interface TicketEvent {
  id: number;
  type: TicketEventType;
  actor: { kind: 'customer' | 'agent' | 'system'; name: string };
  data: { from?: string; to?: string };
  createdAt: string;
}
export const ticketEventTypes = [
  'ticket.opened',
  'comment.added',
  'note.added',
  'ticket.assigned',
  'ticket.state_changed',
  'ticket.priority_changed',
  'ticket.category_changed',
  'ticket.closed',
  'ticket.reopened',
  'attachment.removed',
  'comment.redacted',
  'ticket.tagged',
  'ticket.untagged',
  'ticket.snoozed',
  'ticket.woken',
  'participant.added',
  'participant.removed',
  'ticket.shared',
  'ticket.unshared',
  'sla.warned',
  'sla.breached',
  'ticket.merged',
  'ticket.joined',
  'ticket.separated',
] as const;
export type TicketEventType = (typeof ticketEventTypes)[number];

/** GET tickets/:reference: all that the page shows, in one answer. */
export interface TicketDetail extends TicketSummary {
  fields: { name: string; label: string; value: FieldValue }[];
  /** `mine`: the viewer wrote it. `helpful`: what he said of a reply of support; null before he did. */
  comments: (Comment & { mine: boolean; helpful: boolean | null })[];
  events: TicketEvent[];
  attachments: Attachment[];
  /** Who can read this ticket, as the customer may know them. */
  audience: Audience[];
  /** The viewer takes part in somebody else's request. */
  participating: boolean;
  /** The viewer reads it only as a colleague of who sent it. */
  colleague: boolean;
  /** The viewer wants not to hear of it. */
  muted: boolean;
  /** Links with which others read it now. */
  shareLinks: number;
  /** What the viewer may do now. */
  may: { reply: boolean; close: boolean; reopen: boolean; invite: boolean };
  closedAt: string | null;
  /** Until when reopening is possible; null unless closed. */
  reopenUntil: string | null;
}
