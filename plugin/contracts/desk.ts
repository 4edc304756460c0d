import { z } from 'zod';
import { pageNumber, pageSize } from './platform';
import { bodyText, priorities, stateFilters, ticketSorts, ticketStates } from './tickets';
import type { Category, TicketEvent, TicketSummary } from './tickets';
import type { Comment } from './conversation';
import type { Due, PromiseStanding } from './service-levels';

/** The agents' half of the contract: answers of the admin API under `/portal`. */

// Ids are integers of 32 bits; PostgreSQL answers a larger one with an error instead of nothing.
const largestId = 2_147_483_647;

/** How the desk's list can be sorted: also by what is due first, what is not due last. */
export const deskSorts = [...ticketSorts, 'dueAt'] as const;
export type DeskSort = (typeof deskSorts)[number];
/** What is overdue, and what agents were warned of. */
export const dueFilters = ['breached', 'soon'] as const;

/** GET /portal/tickets; `assignee` is `me`, `nobody` or an agent's id. */
export const deskListQuery = z.strictObject({
  page: pageNumber.default(1),
  pageSize: pageSize.default(25),
  sort: z.enum(deskSorts).default('-updatedAt'),
  q: z.string().trim().max(200).default(''),
  state: z.enum(stateFilters).optional(),
  category: z.string().max(80).optional(),
  priority: z.enum(priorities).optional(),
  due: z.enum(dueFilters).optional(),
  assignee: z.union([z.enum(['me', 'nobody']), z.string().regex(/^\d{1,10}$/).refine((id) => Number(id) <= largestId)]).optional(),
});
export type DeskListQuery = z.infer<typeof deskListQuery>;

/** PUT /portal/tickets/:reference: only what is named changes. */
export const ticketChange = z.strictObject({
  state: z.enum(ticketStates).optional(),
  priority: z.enum(priorities).optional(),
  category: z.string().max(80).optional(),
  /** Agent's id, or null to hand it back to the queue. */
  assignee: z.number().int().positive().max(largestId).nullable().optional(),
});
export type TicketChange = z.infer<typeof ticketChange>;

/** POST /portal/tickets/:reference/comments: a reply; `state` is what the ticket becomes (default `pending`). */
export const agentReply = z.strictObject({
  body: bodyText,
  attachments: z.array(z.string().max(64)).max(20).default([]),
  state: z.enum(ticketStates).optional(),
});
export type AgentReply = z.infer<typeof agentReply>;
/** POST /portal/tickets/:reference/notes: an internal note, never shown to a customer. */
export const agentNote = z.strictObject({ body: bodyText, attachments: z.array(z.string().max(64)).max(20).default([]) });
export type AgentNote = z.infer<typeof agentNote>;

export interface Agent {
  id: number;
  name: string;
}

export interface DeskTicket extends TicketSummary {
  requester: { name: string; email: string };
  assignee: Agent | null;
  /** Never told to customers. */
  due: Due | null;
}

export interface DeskComment extends Comment {
  internal: boolean;
}

export interface DeskTicketDetail extends DeskTicket {
  fields: { name: string; label: string; value: string | boolean }[];
  comments: DeskComment[];
  events: TicketEvent[];
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

/** RBAC actions; a role gets them in Settings → Roles → Plugins → Customer Portal. */
export const deskActions = {
  read: 'plugin::portal.tickets.read',
  reply: 'plugin::portal.tickets.reply',
  note: 'plugin::portal.tickets.note',
  assign: 'plugin::portal.tickets.assign',
  update: 'plugin::portal.tickets.update',
  categories: 'plugin::portal.categories.manage',
  incidents: 'plugin::portal.incidents.manage',
  hours: 'plugin::portal.hours.manage',
  levels: 'plugin::portal.service-levels.manage',
} as const;
