import { setTimeout as pause } from 'node:timers/promises';
import { getService } from '../../platform/get-service';
import { oneAtATime } from '../../platform/one-at-a-time';
import { inTransaction } from '../../platform/rows';
import { readRows, storedJson } from '../../platform/statements';
import type { DeliveredEvent } from '../../platform/tell-subscribers';
import type { Strapi } from '../../platform/domain';
import { ticketWords } from '../../tickets/services/ticket-words';
import { distinctWords } from '../../tickets/words/cut';
import type { TicketWords } from '../../tickets/words/table';
import type { FieldAnswer } from '../../tickets/rows';

/** What changes the words of a ticket. */
export const wordChanges = ['ticket.opened', 'comment.added', 'note.added', 'ticket.merged'];

// Steps that hold nobody up: reading and cutting fifty tickets takes some milliseconds, looking at so many as well.
const atOnce = 50;
const lookedAt = 1000;
const manyTaken = 1000;
/** Between two steps, so that requests come in. */
const breathMs = 10;
const places = (ids: number[]): string => ids.map(() => '?').join(', ');

interface Source {
  id: number;
  reference: string;
  subject: string;
  fields: FieldAnswer[] | string | null;
  name: string | null;
  email: string | null;
}
interface Said {
  ticketId: number;
  body: string;
}

const sourceSql = (ids: number[]): string => `select t.id, t.reference, t.subject, t.fields, c.name, u.email from portal_tickets t
  left join portal_customers c on c.id = t.requester_id left join up_users u on u.id = c.user_id where t.id in (${places(ids)})`;
const saidSql = (ids: number[]): string => `select ticket_id as "ticketId", body from portal_comments where ticket_id in (${places(ids)}) order by id`;

const answersOf = ({ fields }: Source): string[] => (fields === null ? [] : storedJson<FieldAnswer[]>(fields)).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));

const wordsOf = (source: Source, said: string[]): TicketWords => ({
  ticketId: source.id,
  heading: distinctWords([source.subject]),
  words: distinctWords([source.reference, source.subject, source.name ?? '', source.email ?? '', ...answersOf(source), ...said]),
});

/**
 * Keeps the agents' index of words: subject, reference, requester, answers, messages and internal notes of each ticket.
 * It hears of changes by their events, in batches: within a second, and for a small part of what the change itself costs.
 */
export const wordKeeper = ({ strapi }: { strapi: Strapi }) => {
  const index = () => getService(strapi, 'ticket-words', ticketWords);
  let stopped = false;

  const read = async (ids: number[]): Promise<TicketWords[]> => {
    const said = new Map<number, string[]>();
    for (const { ticketId, body } of await readRows<Said>(strapi, saidSql(ids), ids)) said.set(ticketId, [...(said.get(ticketId) ?? []), body]);
    const sources = await readRows<Source>(strapi, sourceSql(ids), ids);
    return sources.map((source) => wordsOf(source, said.get(source.id) ?? []));
  };

  const take = (ids: number[]): Promise<void> =>
    inTransaction(strapi, async () => {
      await index().hold();
      await index().put(await read(ids));
    });

  /** Takes in these tickets in small steps. */
  const takeSlowly = async (ids: number[], onStep?: (count: number) => unknown): Promise<void> => {
    for (let from = 0; from < ids.length && !stopped; from += atOnce) {
      const step = ids.slice(from, from + atOnce);
      await take(step);
      onStep?.(step.length);
      await pause(breathMs);
    }
  };

  /** Goes through all tickets, oldest first, and takes in those that are `wanted`. */
  const walk = async (wanted: (ticket: { known: boolean }) => boolean, onStep?: (count: number) => unknown): Promise<void> => {
    for (let last = 0; !stopped; ) {
      const seen = await index().after(last, lookedAt);
      if (seen.length === 0) return;
      await takeSlowly(seen.filter(wanted).map(({ id }) => id), onStep);
      last = seen.at(-1)?.id ?? last;
      await pause(breathMs);
    }
  };

  const tidy = async (): Promise<void> => {
    for (let isFirst = true; !stopped && (await index().tidy(isFirst)); isFirst = false) await pause(breathMs);
  };

  const filling = oneAtATime(async () => {
    if (index().isComplete()) return;
    let taken = 0;
    await walk(({ known }) => !known, (count) => (taken += count));
    index().setComplete(!stopped);
    if (taken > manyTaken) await tidy();
  });

  return {
    /** For events of `wordChanges`, told together. */
    heard: (events: DeliveredEvent[]): Promise<void> => take([...new Set(events.map(({ payload }) => Number(payload.ticketId)))]),

    /** For customers who have another name: their tickets are found by it, too. */
    async renamed({ payload }: DeliveredEvent): Promise<void> {
      const owned = await readRows<{ id: number }>(strapi, 'select id from portal_tickets where requester_id = ?', [Number(payload.customerId)]);
      await takeSlowly(owned.map(({ id }) => id));
    },

    /** Makes one piece of the many that a day leaves in the index: in some, a word's beginning is found six times as slowly. */
    tidy,

    /** Takes in what is missing, in the background of a start; resolves when nothing is. */
    fill: filling.run,

    /** Takes in every ticket anew and removes for good what is gone. Searching goes on meanwhile. `onStep` hears how many are done. */
    async rebuild(onStep?: (done: number) => void): Promise<void> {
      let done = 0;
      await walk(() => true, (count) => onStep?.((done += count)));
      await index().forgetGone();
      await tidy();
      index().setComplete(!stopped);
    },

    /** Begins no further step and resolves once a running one has ended. */
    async stop(): Promise<void> {
      stopped = true;
      await filling.idle();
    },
  };
};
