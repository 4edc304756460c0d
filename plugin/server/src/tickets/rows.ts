import type { ViewFilters } from '../../../contracts/desk';
import type { CategoryField, FieldValue, Priority, TicketEventType, TicketState, Turn } from '../../../contracts/tickets';
import type { PromiseName } from '../../../contracts/service-levels';
import type { Row } from '../platform/rows';
import type { Alarm } from '../service-levels/promises';

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

/** What became of a promise. */
export type Outcome = 'kept' | 'broken';

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
  organisationId: number | null;
  categoryId: number;
  assigneeId: number | null;
  turn: Turn;
  turnSince: string;
  lastVisibleAt: string;
  fields: FieldAnswer[] | null;
  messageCount: number;
  searchText: string | null;
  snoozedUntil: string | null;
  newsEvent: number | null;
  mergedIntoId: number | null;
  firstRepliedAt: string | null;
  solvedAt: string | null;
  closedAt: string | null;
  segment: string | null;
  spentSeconds: number | null;
  dueAt: string | null;
  dueFor: PromiseName | null;
  warnAt: string | null;
  lookAt: string | null;
  replyAlarm: Alarm | null;
  resolutionAlarm: Alarm | null;
  replyPromise: Outcome | null;
  resolutionPromise: Outcome | null;
  expectedReplyHours: number | null;
  language: string | null;
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

export interface ParticipantRow extends Row {
  key: string;
  ticketId: number;
  email: string;
}

export interface TicketMuteRow extends Row {
  ticketId: number;
  customerId: number;
}

export interface ShareLinkRow extends Row {
  key: string;
  ticketId: number;
  customerId: number;
  tokenHash: string;
  expiresAt: string;
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
  // What agents do among themselves is no news to customers, and must not move their lists.
  updatedAt: 'last_visible_at',
};
/** What the page of one ticket needs beyond that; the words to search in stay where they are. */
export const detailColumns = { ...summaryColumns, fields: 'fields', closedAt: 'closed_at', mergedIntoId: 'merged_into_id', organisationId: 'organisation_id' };
/** What only the desk's lists need beyond a summary. */
export const deskColumns = { ...summaryColumns, updatedAt: 'updated_at', dueAt: 'due_at', dueFor: 'due_for', warnAt: 'warn_at', snoozedUntil: 'snoozed_until' };
/** What only the desk's page of a ticket needs beyond that. */
export const deskDetailColumns = { ...detailColumns, ...deskColumns, newsEvent: 'news_event', firstRepliedAt: 'first_replied_at', segment: 'segment', spentSeconds: 'spent_seconds', replyAlarm: 'reply_alarm', resolutionAlarm: 'resolution_alarm' };
/** A ticket as lists read it. */
export type TicketSummaryRow = Pick<TicketRow, keyof typeof summaryColumns>;
/** A ticket as the desk's lists read it. */
export type DeskTicketRow = Pick<TicketRow, keyof typeof deskColumns>;
