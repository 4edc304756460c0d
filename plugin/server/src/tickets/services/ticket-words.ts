import { readRows, writeStatement } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { dialectOf, putWords, tidyStep } from '../words/table';
import type { TicketWords } from '../words/table';

/**
 * The index in which agents find tickets by words, internal notes included: nothing that a customer asks may read it.
 * Who knows the words fills it (`conversation/services/word-keeper.ts`). Decision 025.
 */
export const ticketWords = ({ strapi }: { strapi: Strapi }) => {
  let complete = false;
  const key = (): string => dialectOf(strapi).key;

  return {
    /** False until every ticket is in it: then the list looks for words in the tickets themselves, which takes longer. */
    isComplete: (): boolean => complete,
    /** Says so. */
    setComplete: (now: boolean): void => void (complete = now),

    /** Makes other writers wait until the caller's transaction ends: before reading what is to be put. */
    async hold(): Promise<void> {
      const { alone } = dialectOf(strapi);
      if (alone) await writeStatement(strapi, alone.sql, alone.bindings);
    },
    /** Keeps the words of some tickets in place of those before. In the caller's transaction if there is one. */
    put: (found: TicketWords[]): Promise<void> => putWords(strapi, found),

    /** The next tickets after this id, in their order, each with whether it is in the index. */
    async after(id: number, limit: number): Promise<{ id: number; known: boolean }[]> {
      const sql = `select id, exists (select 1 from portal_ticket_words w where w.${key()} = portal_tickets.id) as "known" from portal_tickets where id > ? order by id limit ?`;
      return (await readRows<{ id: number; known: boolean | number }>(strapi, sql, [id, limit])).map((row) => ({ id: row.id, known: Boolean(row.known) }));
    },

    /** Takes away what belongs to no ticket any more. */
    forgetGone: (): Promise<unknown> => writeStatement(strapi, `delete from portal_ticket_words where ${key()} not in (select id from portal_tickets)`, []),
    /** One step of making the index quick again, and of taking off the disk what was removed or replaced; false when nothing is left to do. */
    tidy: (isFirst: boolean): Promise<boolean> => tidyStep(strapi, isFirst),
  };
};
