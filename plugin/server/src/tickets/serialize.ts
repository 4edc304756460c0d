import { LRUCache } from 'lru-cache';
import type { TicketEvent, TicketSummary } from '../../../contracts/tickets';
import type { Due } from '../../../contracts/service-levels';
import type { CategoryRow, DeskTicketRow, TicketEventRow, TicketSummaryRow } from './rows';

/** Lists tell the same moments over and over, and writing one takes as long as reading its row. */
const written = new LRUCache<number, string>({ max: 10_000 });
const write = (moment: number): string => {
  const known = written.get(moment);
  if (known !== undefined) return known;
  const text = new Date(moment).toISOString();
  written.set(moment, text);
  return text;
};

/** SQLite gives numbers where PostgreSQL gives dates; the API gives ISO 8601 in UTC. */
export const toIso = (value: string | number | Date): string => (typeof value === 'number' ? write(value) : new Date(value).toISOString());

/** The part of a ticket that lists show; an allow-list, whoever asks. */
export const toSummary = (ticket: TicketSummaryRow, category: CategoryRow | null): TicketSummary => ({
  reference: ticket.reference,
  subject: ticket.subject,
  state: ticket.state,
  priority: ticket.priority,
  category: { slug: category?.slug ?? '', name: category?.name ?? '' },
  turn: ticket.turn,
  turnSince: toIso(ticket.turnSince),
  messageCount: ticket.messageCount,
  createdAt: toIso(ticket.createdAt),
  updatedAt: toIso(ticket.updatedAt),
});

/** One line of the timeline; of `data` only what the contract names. */
export const toEvent = ({ id, type, actorKind, actorName, data, createdAt }: TicketEventRow): TicketEvent => ({
  id,
  type,
  actor: { kind: actorKind, name: actorName },
  data: { ...(data?.from ? { from: data.from } : {}), ...(data?.to ? { to: data.to } : {}) },
  createdAt: toIso(createdAt),
});

/** What is next due on a ticket; for agents only. */
export const toDue = ({ dueAt, dueFor, warnAt }: Pick<DeskTicketRow, 'dueAt' | 'dueFor' | 'warnAt'>): Due | null =>
  dueAt && dueFor && warnAt ? { promise: dueFor, at: toIso(dueAt), warnAt: toIso(warnAt) } : null;
