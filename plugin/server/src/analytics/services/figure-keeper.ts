import { setTimeout as pause } from 'node:timers/promises';
import { getService } from '../../platform/get-service';
import { oneAtATime } from '../../platform/one-at-a-time';
import { inTransaction } from '../../platform/rows';
import { writeStatement } from '../../platform/statements';
import type { DeliveredEvent } from '../../platform/tell-subscribers';
import { newToken } from '../../platform/tokens';
import { putRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import type { SettingRow } from '../../segments/rows';
import { serviceLevels } from '../../service-levels/services/service-levels';
import { segmentChanged } from '../../tickets/services/ticket-segments';
import type { Actor } from '../../tickets/rows';
import { dayIn } from '../../service-levels/zone-days';
import { allFacts, historiesOf, holdFacts, letGo, putFacts, ticketsAfter } from '../fact-table';
import type { KeptFacts } from '../fact-table';
import { contributionOf } from '../facts';
import type { History } from '../facts';
import { addSums, allSums } from '../figure-table';
import { Sums } from '../sums';

/** What changes the figures of a ticket. */
export const figureChanges = ['ticket.opened', 'comment.added', 'ticket.state_changed', 'ticket.closed', 'ticket.reopened', 'ticket.merged', 'ticket.category_changed', 'ticket.assigned', 'ticket.rated', 'sla.breached', segmentChanged];
/** Under which name every process finds that figures changed. */
export const versionName = 'figures version';

/** Another way of counting needs another number: then every ticket is counted anew. */
const way = 1;
const atOnce = 200;
/** Between two steps, so that requests come in. */
const breathMs = 10;

/** How many tickets were looked at, how many of them were counted otherwise, and how many sums were not what their tickets come to. */
export interface Rebuilt {
  tickets: number;
  changed: number;
  repaired: number;
}

const isNews = ({ type, payload }: DeliveredEvent): boolean => type !== 'comment.added' || (payload.actor as Actor | undefined)?.kind !== 'customer';
const idsOf = ({ type, payload }: DeliveredEvent): number[] => (type === segmentChanged ? (payload.ticketIds as number[]) : [Number(payload.ticketId)]);
const isSame = (one: KeptFacts | undefined, other: KeptFacts): boolean =>
  one !== undefined && (['segment', 'category', 'agent', 'language', 'text', 'shape'] as const).every((name) => one[name] === other[name]);

/**
 * Keeps the sums that figures are read from. Of a ticket that something happened to, the facts are made anew from its
 * row, timeline and rating; what they added before is taken off the sums, what they add now goes on, in one transaction.
 * So an event that is told twice, or on two nodes at once, counts once.
 */
export const figureKeeper = ({ strapi }: { strapi: Strapi }) => {
  let complete = false;
  let stopped = false;

  const timeZone = async (): Promise<string> => (await getService(strapi, 'service-levels', serviceLevels).current()).hours.timeZone;
  const shapeOf = (zone: string): string => `${way} ${zone}`;
  const touch = (): Promise<void> => putRow<SettingRow>(strapi, 'setting', { name: versionName }, { value: newToken().slice(0, 16) });

  const factsOf = (history: History, zone: string): KeptFacts => {
    const { ticket } = history;
    const contribution = contributionOf(history, (moment) => dayIn(zone, moment));
    return { ticketId: ticket.id, segment: ticket.segment ?? '', category: String(ticket.categoryId), agent: String(ticket.assigneeId ?? ''), language: ticket.language ?? '', contribution, text: JSON.stringify(contribution), shape: shapeOf(zone) };
  };

  /** Counts these tickets anew and answers how many were counted otherwise. */
  const take = (ids: number[]): Promise<number> =>
    inTransaction(strapi, async () => {
      const zone = await timeZone();
      const before = await holdFacts(strapi, ids);
      const changed = (await historiesOf(strapi, ids)).map((history) => factsOf(history, zone)).filter((facts) => !isSame(before.get(facts.ticketId), facts));
      const sums = new Sums();
      for (const facts of changed) {
        const old = before.get(facts.ticketId);
        if (old) sums.addFacts(old, -1);
        sums.addFacts(facts);
      }
      await putFacts(strapi, changed);
      if ((await addSums(strapi, sums)) > 0) await touch();
      return changed.length;
    });

  /** Goes through all tickets, oldest first, and counts those that are `wanted`; answers how many those were, and were counted otherwise. */
  const walk = async (wanted: (shape: string | null) => boolean, onStep?: (count: number) => unknown): Promise<{ tickets: number; changed: number }> => {
    const done = { tickets: 0, changed: 0 };
    for (let last = 0; !stopped; ) {
      const seen = await ticketsAfter(strapi, last, atOnce);
      const ids = seen.filter(({ shape }) => wanted(shape)).map(({ id }) => id);
      if (ids.length > 0) done.changed += await take(ids);
      done.tickets += ids.length;
      onStep?.(done.tickets);
      if (seen.length < atOnce) return done;
      last = seen.at(-1)?.id ?? last;
      await pause(breathMs);
    }
    return done;
  };

  const filling = oneAtATime(async () => {
    const shape = shapeOf(await timeZone());
    await walk((known) => known !== shape);
    await letGo(strapi);
    complete = !stopped;
  });

  /** Lets nobody count meanwhile: on SQLite the first write does, on PostgreSQL a lock that reading passes by. */
  const repair = (): Promise<number> =>
    inTransaction(strapi, async () => {
      await touch();
      if (strapi.db.dialect.client === 'postgres') await writeStatement(strapi, 'lock table portal_ticket_facts in share row exclusive mode', []);
      const wrong = new Sums();
      for await (const page of allFacts(strapi)) for (const facts of page) wrong.addFacts(facts);
      for (const { amounts, ...place } of await allSums(strapi)) wrong.add(place, amounts, -1);
      return addSums(strapi, wrong);
    });

  return {
    timeZone,

    /** For events of `figureChanges`, told together. */
    async heard(events: DeliveredEvent[]): Promise<void> {
      const ids = [...new Set(events.filter(isNews).flatMap(idsOf))];
      if (ids.length > 0) await take(ids);
    },

    /** Counts what was never counted, or in days of another time zone, in small steps; resolves when nothing is left. A process that ends leaves the rest to the next. */
    fill: filling.run,

    /** The desk moved to another time zone, perhaps. */
    async recount(): Promise<void> {
      complete = false;
      void filling.run().catch((error) => strapi.log.error(error));
    },

    /** False while there are tickets that this process has still to count. */
    isComplete: (): boolean => complete,

    /** Counts every ticket anew and compares the sums with what the tickets come to. The desk goes on meanwhile. `onStep` hears how many are done. */
    async rebuild(onStep?: (done: number) => void): Promise<Rebuilt> {
      const done = await walk(() => true, onStep);
      await letGo(strapi);
      return { ...done, repaired: await repair() };
    },

    /** Begins no further step and resolves once a running one has ended. */
    async stop(): Promise<void> {
      stopped = true;
      await filling.idle();
    },
  };
};
