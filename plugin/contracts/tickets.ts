import { z } from 'zod';
import { moment } from './moment';
import { withoutTurns } from './one-line';
import { pageNumber, pageSize } from './platform';

export const ticketStates = ['new', 'open', 'pending', 'on_hold', 'solved', 'closed'] as const;
export type TicketState = (typeof ticketStates)[number];
export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];
/** Who has to act next; `nobody` once a ticket is solved or closed. */
export const turn = z.enum(['agent', 'requester', 'nobody']);
export type Turn = z.infer<typeof turn>;

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
export const category = z.object({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  helpHtml: z.string().describe('Safe HTML, rendered from the admin’s Markdown.'),
  parent: z.string().nullable(),
  leaf: z.boolean(),
  suggestedPriority: z.enum(priorities),
  fields: z.array(categoryField),
  firstReplyHours: z.number().nullable().describe('Hours until half of this category’s requests had a first reply; null before ten of them were answered.'),
}).meta({ id: 'Category' });
export type Category = z.infer<typeof category>;

export const fieldValue = z.union([z.string(), z.boolean()]);
export type FieldValue = z.infer<typeof fieldValue>;
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

export const ticketSummary = z.object({
  reference: z.string(),
  subject: z.string(),
  state: z.enum(ticketStates),
  priority: z.enum(priorities),
  category: z.object({ slug: z.string(), name: z.string() }),
  turn,
  turnSince: moment.describe('ISO 8601 in UTC, as all times.'),
  messageCount: z.number().int(),
  createdAt: moment,
  updatedAt: moment.describe('For customers the last thing that they can see; for agents also what only agents see.'),
}).meta({ id: 'TicketSummary' });
export type TicketSummary = z.infer<typeof ticketSummary>;

/** GET tickets: also what others let the viewer take part in. */
export const ticketListItem = ticketSummary.extend({
  participating: z.boolean().describe('Somebody else’s, who added the viewer.'),
  requester: z.object({ name: z.string(), you: z.boolean() }).optional().describe('Who sent it; only in the list of an organisation.'),
}).meta({ id: 'TicketListItem' });
export type TicketListItem = z.infer<typeof ticketListItem>;

/** Somebody who can read a ticket. Participants go by their address until they say something; `id` is for removing one. */
export const audience = z.object({
  name: z.string(),
  role: z.enum(['requester', 'participant', 'colleagues', 'agents']).describe('`colleagues` are an organisation’s customers whose segment lets them read; `name` is then the organisation’s.'),
  you: z.boolean(),
  id: z.string().nullable(),
}).meta({ id: 'Audience' });
export type Audience = z.infer<typeof audience>;

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

/** One line of the timeline; `data` holds only what its type names. */
export const ticketEvent = z.object({
  id: z.number().int(),
  type: z.enum(ticketEventTypes),
  actor: z.object({ kind: z.enum(['customer', 'agent', 'system']), name: z.string() }),
  data: z.object({ from: z.string().optional(), to: z.string().optional() }),
  createdAt: moment,
}).meta({ id: 'TicketEvent' });
export type TicketEvent = z.infer<typeof ticketEvent>;

export type { TicketDetail } from './ticket-detail';
