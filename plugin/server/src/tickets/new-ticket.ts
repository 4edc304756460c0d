import type { Priority } from '../../../contracts/tickets';
import { firstSearchText } from './search-text';
import { rankOf, turnOf } from './state';
import type { FieldAnswer, TicketRow } from './rows';

/** What a request becomes a ticket from. */
export interface TicketDraft {
  reference: string;
  requesterId: number;
  organisationId: number | null;
  segment: string;
  categoryId: number;
  subject: string;
  body: string;
  priority: Priority;
  fields: FieldAnswer[];
  language: string;
  expectedReplyHours: number | null;
}

/** The row of a ticket as it is opened: new, and the agents' turn. When it is due is for others to say. */
export const newTicket = ({ body, ...draft }: TicketDraft, moment: Date): Omit<TicketRow, 'id'> => ({
  ...draft,
  state: 'new',
  turn: turnOf('new'),
  turnSince: moment.toISOString(),
  priorityRank: rankOf(draft.priority),
  assigneeId: null,
  messageCount: 1,
  searchText: firstSearchText(draft.reference, draft.subject, body),
  snoozedUntil: null,
  newsEvent: 0,
  mergedIntoId: null,
  firstRepliedAt: null,
  solvedAt: null,
  closedAt: null,
  spentSeconds: 0,
  dueAt: null,
  dueFor: null,
  warnAt: null,
  lookAt: null,
  replyAlarm: 'none',
  resolutionAlarm: 'none',
  replyPromise: null,
  resolutionPromise: null,
  lastVisibleAt: moment.toISOString(),
  createdAt: moment.toISOString(),
  updatedAt: moment.toISOString(),
});
