import type { ViewFilters } from '../../../contracts/desk';
import type { CategoryField, FieldValue, Priority, TicketEventType, TicketState, Turn } from '../../../contracts/tickets';
import type { Row } from '../platform/rows';

export interface CategoryRow extends Row {
  slug: string;
  name: string;
  description: string | null;
  helpText: string | null;
  parent: string | null;
  position: number;
  suggestedPriority: Priority;
  fields: CategoryField[] | null;
  active: boolean;
}

export interface FieldAnswer {
  name: string;
  label: string;
  value: FieldValue;
}

export interface TicketRow extends Row {
  reference: string;
  subject: string;
  state: TicketState;
  priority: Priority;
  priorityRank: number;
  requesterId: number;
  categoryId: number;
  assigneeId: number | null;
  turn: Turn;
  turnSince: string;
  fields: FieldAnswer[] | null;
  messageCount: number;
  searchText: string | null;
  snoozedUntil: string | null;
  newsEvent: number | null;
  mergedIntoId: number | null;
  firstRepliedAt: string | null;
  solvedAt: string | null;
  closedAt: string | null;
}

export interface TicketEventRow extends Row {
  ticketId: number;
  type: TicketEventType;
  actorKind: 'customer' | 'agent' | 'system';
  actorName: string;
  data: { from?: string; to?: string } | null;
  internal: boolean;
}

export interface TicketTagRow extends Row {
  ticketId: number;
  tag: string;
}

export interface ViewRow extends Row {
  name: string;
  ownerId: number | null;
  filters: ViewFilters;
}

export interface ReadMarkRow extends Row {
  agentId: number;
  ticketId: number;
  seenEvent: number;
}

/** Who does something to a ticket. `id` is a customer's or an admin user's, by `kind`. */
export interface Actor {
  kind: 'customer' | 'agent' | 'system';
  id: number | null;
  name: string;
}

/** Columns that a summary is made of, by their names in a row; lists read no others. */
export const summaryColumns = {
  id: 'id',
  reference: 'reference',
  subject: 'subject',
  state: 'state',
  priority: 'priority',
  requesterId: 'requester_id',
  categoryId: 'category_id',
  assigneeId: 'assignee_id',
  turn: 'turn',
  turnSince: 'turn_since',
  messageCount: 'message_count',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
/** What the page of one ticket needs beyond that; the words to search in stay where they are. */
export const detailColumns = { ...summaryColumns, fields: 'fields', closedAt: 'closed_at', mergedIntoId: 'merged_into_id' };
/** What only agents may know beyond that. */
export const deskColumns = { ...detailColumns, snoozedUntil: 'snoozed_until', newsEvent: 'news_event' };
/** A ticket as lists read it. */
export type TicketSummaryRow = Pick<TicketRow, keyof typeof summaryColumns>;
