import { readRows, storedJson, writeStatement } from '../platform/statements';
import type { Strapi } from '../platform/domain';
import type { CountedLine, CountedTicket, History } from './facts';
import type { Facts } from './sums';

/** A ticket's facts as they are kept. `text`: what was added to the sums. */
export interface KeptFacts extends Facts {
  ticketId: number;
  shape: string;
  text: string;
}

const marks = (many: readonly unknown[]): string => many.map(() => '?').join(', ');
const factColumns = 'ticket_id as "ticketId", segment, category, agent, language, contribution, shape';
const ticketSql = (ids: number[]): string => `select id, created_at as "createdAt", state, turn_since as "turnSince", merged_into_id as "mergedIntoId", first_replied_at as "firstRepliedAt",
  expected_reply_hours as "expectedReplyHours", reply_promise as "replyPromise", resolution_promise as "resolutionPromise", segment, category_id as "categoryId", assignee_id as "assigneeId", language
  from portal_tickets where id in (${marks(ids)})`;
const lineSql = (ids: number[]): string => `select ticket_id as "ticketId", type, data, created_at as "createdAt" from portal_ticket_events
  where ticket_id in (${marks(ids)}) and type in ('ticket.state_changed', 'ticket.closed', 'ticket.reopened', 'sla.breached') order by id`;
const ratingSql = (ids: number[]): string => `select ticket_id as "ticketId", score, created_at as "createdAt" from portal_ratings where ticket_id in (${marks(ids)})`;

type Stored = Omit<KeptFacts, 'text' | 'contribution'> & { contribution: string };
const kept = ({ contribution: text, ...row }: Stored): KeptFacts => ({ ...row, text, contribution: JSON.parse(text) as Facts['contribution'] });

/** What is known of tickets, by their numbers; those that are gone are left out. */
export const historiesOf = async (strapi: Strapi, ids: number[]): Promise<History[]> => {
  const tickets = await readRows<CountedTicket>(strapi, ticketSql(ids), ids);
  const lines = Map.groupBy(await readRows<CountedLine & { ticketId: number }>(strapi, lineSql(ids), ids), ({ ticketId }) => ticketId);
  const ratings = new Map((await readRows<{ ticketId: number; score: number; createdAt: string }>(strapi, ratingSql(ids), ids)).map((row) => [row.ticketId, row]));
  return tickets.map((ticket) => ({
    ticket,
    lines: (lines.get(ticket.id) ?? []).map(({ data, ...line }) => ({ ...line, data: data === null ? null : storedJson<NonNullable<CountedLine['data']>>(data) })),
    rating: ratings.get(ticket.id) ?? null,
  }));
};

/**
 * Facts of these tickets, empty ones made where there were none. Whoever else counts one of them waits: what is read
 * afterwards is what he left.
 */
export const holdFacts = async (strapi: Strapi, ids: number[]): Promise<Map<number, KeptFacts>> => {
  const ordered = ids.toSorted((one, other) => one - other);
  const empty = `select id, '', '', '', '', '{}', '' from portal_tickets where id in (${marks(ids)})`;
  // SQLite would read ON CONFLICT as part of the join, were there no WHERE.
  await writeStatement(strapi, `insert into portal_ticket_facts (ticket_id, segment, category, agent, language, contribution, shape) ${empty} order by id on conflict (ticket_id) do nothing`, ordered);
  const lock = strapi.db.dialect.client === 'postgres' ? ' for update' : '';
  const found = await readRows<Stored>(strapi, `select ${factColumns} from portal_ticket_facts where ticket_id in (${marks(ids)}) order by ticket_id${lock}`, ordered);
  return new Map(found.map((row) => [row.ticketId, kept(row)]));
};

/** Writes facts over those that are held. */
export const putFacts = async (strapi: Strapi, facts: KeptFacts[]): Promise<void> => {
  if (facts.length === 0) return;
  const names = ['ticket_id', 'segment', 'category', 'agent', 'language', 'contribution', 'shape'];
  const sql = `insert into portal_ticket_facts (${names.join(', ')}) values ${facts.map(() => `(${marks(names)})`).join(', ')}
    on conflict (ticket_id) do update set ${names.slice(1).map((name) => `${name} = excluded.${name}`).join(', ')}`;
  await writeStatement(strapi, sql, facts.flatMap(({ ticketId, segment, category, agent, language, text, shape }) => [ticketId, segment, category, agent, language, text, shape]));
};

/** The next tickets after a number, with how each was counted; null: not yet. */
export const ticketsAfter = (strapi: Strapi, id: number, count: number): Promise<{ id: number; shape: string | null }[]> =>
  readRows(strapi, `select t.id, f.shape from portal_tickets t left join portal_ticket_facts f on f.ticket_id = t.id where t.id > ? order by t.id limit ${count}`, [id]);

/** Takes the number off the facts of tickets that are gone; answers how many. */
export const letGo = async (strapi: Strapi): Promise<number> =>
  (await writeStatement(strapi, 'update portal_ticket_facts set ticket_id = null where ticket_id is not null and not exists (select 1 from portal_tickets t where t.id = portal_ticket_facts.ticket_id) returning id', [])).length;

/** All facts, those of tickets that are gone as well, in pages. */
export async function* allFacts(strapi: Strapi): AsyncGenerator<KeptFacts[]> {
  const size = 2000;
  for (let last = 0; ; ) {
    const found = await readRows<Stored & { id: number }>(strapi, `select id, ${factColumns} from portal_ticket_facts where id > ? order by id limit ${size}`, [last]);
    if (found.length > 0) yield found.map(kept);
    if (found.length < size) return;
    last = found.at(-1)?.id ?? last;
  }
}
