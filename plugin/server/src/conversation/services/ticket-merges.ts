import type { MergePreview } from '../../../../contracts/merging';
import { now } from '../../platform/clock';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction } from '../../platform/rows';
import { readRows, writeStatement } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { serviceLevels } from '../../service-levels/services/service-levels';
import { stricterOf } from '../../service-levels/stricter';
import { searchTextWith } from '../../tickets/search-text';
import { turnOf } from '../../tickets/state';
import { deskList } from '../../tickets/services/desk-list';
import { readMarks } from '../../tickets/services/read-marks';
import { shareLinks } from '../../tickets/services/share-links';
import { ticketChanges } from '../../tickets/services/ticket-changes';
import { ticketHistory } from '../../tickets/services/ticket-history';
import { ticketTags } from '../../tickets/services/ticket-tags';
import type { Actor, TicketRow } from '../../tickets/rows';
import { joinedTickets } from './joined-tickets';
import { mergeAudiences } from './merge-audiences';
import type { MergeAudience } from './merge-audiences';

type AfterCommit = (run: () => void) => void;
const countSql = 'select internal, count(*) as "total" from portal_comments where ticket_id = ? group by internal';
/** Everything that belongs to the conversation, and what waits to be sent. */
const moved = ['portal_comments', 'portal_attachments', 'portal_held_replies'];

const refusalOf = (from: TicketRow, into: TicketRow): string | null => {
  if (from.id === into.id) return 'A ticket cannot be merged into itself.';
  if (from.mergedIntoId !== null || into.mergedIntoId !== null) return 'One of the tickets was merged already.';
  return from.requesterId !== into.requesterId && from.state === 'closed' ? 'The ticket is closed; there is nothing left to work on together.' : null;
};
const refuseUnfit = (from: TicketRow, into: TicketRow): void => {
  const reason = refusalOf(from, into);
  if (reason !== null) throw new Refusal('merge_refused', `${reason} Nothing was changed.`);
};
/** What was confirmed must be what holds now: nobody may read along of whom the agent did not know. */
const refuseUnconfirmed = ({ confirmation }: MergeAudience, given: string | null): void => {
  if (confirmation === null || given === confirmation) return;
  throw new Refusal('merge_unconfirmed', given === null ? 'Others are concerned by this merge. Look at who reads what, and confirm it. Nothing was changed.' : 'Who reads these tickets changed since you looked. Look again, and confirm it. Nothing was changed.');
};

/** Two tickets of one requester become one; two of different requesters are worked on together, each staying its own (decision 023). */
export const ticketMerges = ({ strapi }: { strapi: Strapi }) => {
  const changes = () => getService(strapi, 'ticket-changes', ticketChanges);
  const links = () => getService(strapi, 'share-links', shareLinks);
  const tags = () => getService(strapi, 'ticket-tags', ticketTags);
  const joined = () => getService(strapi, 'joined-tickets', joinedTickets);
  const audience = () => getService(strapi, 'merge-audiences', mergeAudiences);
  const find = async (reference: string): Promise<TicketRow> => {
    const ticket = await getService(strapi, 'desk-list', deskList).find(reference);
    if (!ticket) throw notFound();
    return ticket;
  };

  const record = (ticket: TicketRow, actor: Actor, data: { from?: string; to?: string }, afterCommit: AfterCommit, about: object = {}) =>
    getService(strapi, 'ticket-history', ticketHistory).recordBeside(ticket, { type: 'ticket.merged', actor, data, about: { ...about } }, afterCommit);

  const moveAll = async (from: TicketRow, into: TicketRow): Promise<void> => {
    for (const table of moved) await writeStatement(strapi, `update ${table} set ticket_id = ? where ticket_id = ?`, [into.id, from.id]);
    const [theirs, own] = [await tags().of(into.id), await tags().of(from.id)];
    await tags().change(into.id, own.filter((tag) => !theirs.includes(tag)).slice(0, 20 - theirs.length), []);
    await joined().follow(from, into);
  };

  /** The one that goes on: all messages, the agents' turn where one of both had it, and what was promised first. */
  const goOn = async (from: TicketRow, into: TicketRow, agent: Actor, afterCommit: AfterCommit): Promise<void> => {
    const state = turnOf(from.state) === 'agent' && turnOf(into.state) !== 'agent' ? 'open' : undefined;
    const firsts = [from.firstRepliedAt, into.firstRepliedAt].filter((each) => each !== null).sort((one, other) => new Date(one).getTime() - new Date(other).getTime());
    const priority = from.priorityRank > into.priorityRank ? from.priority : into.priority;
    const stricter = stricterOf(await getService(strapi, 'service-levels', serviceLevels).current(), into, from, priority, now());
    const extra = { ...stricter, messageCount: into.messageCount + from.messageCount, searchText: searchTextWith(into.searchText, from.searchText ?? ''), firstRepliedAt: firsts[0] ?? null };
    // What came along is news to whoever has read the rest, and wakes what was put aside.
    await changes().apply(into, { state, priority, ...(state && into.snoozedUntil ? { snoozeUntil: null } : {}) }, agent, afterCommit, extra);
    const { id } = await record(into, agent, { from: from.reference }, afterCommit);
    await getService(strapi, 'read-marks', readMarks).news(into, id);
  };

  const move = async (from: TicketRow, into: TicketRow, agent: Actor, afterCommit: AfterCommit): Promise<void> => {
    await moveAll(from, into);
    await links().endAll(from.id);
    await goOn(from, into, agent, afterCommit);
    await record(from, agent, { to: into.reference }, afterCommit, { mergedIntoId: into.id });
    await changes().apply(from, { state: 'closed' }, agent, afterCommit, { messageCount: 0, searchText: searchTextWith('', `${from.reference} ${from.subject}`), mergedIntoId: into.id });
  };

  /** Always the older one first, so that two merges at once cannot wait for each other. */
  const lockBoth = async (fromId: number, intoId: number): Promise<[TicketRow, TicketRow]> => {
    const locked = new Map<number, TicketRow>();
    for (const id of [...new Set([fromId, intoId])].sort((one, other) => one - other)) locked.set(id, await changes().lock(id));
    return [fromId, intoId].map((id) => locked.get(id)) as [TicketRow, TicketRow];
  };

  return {
    /** What a merge would do, and who reads what then; 409 `merge_refused` where it cannot be. */
    async preview(reference: string, intoReference: string): Promise<MergePreview> {
      const [from, into] = [await find(reference), await find(intoReference)];
      refuseUnfit(from, into);
      await joined().refuseInRow(from, into);
      const counted = await readRows<{ internal: boolean | number; total: number | string }>(strapi, countSql, [from.id]);
      const of = (internal: boolean): number => Number(counted.find((each) => Boolean(each.internal) === internal)?.total ?? 0);
      return { ...(await audience().of(from, into)), into: { reference: into.reference, subject: into.subject, state: into.state }, messages: of(false), notes: of(true) };
    },

    /**
     * Of one requester: moves messages, notes, files and tags, and closes the ticket that they came from; its links open
     * nothing any more. Of two: nothing moves, and agents work on both in one. All of it or nothing; 409 `merge_unconfirmed`
     * where others are concerned and `confirmation` is not that of a preview that still holds.
     */
    async merge(reference: string, intoReference: string, confirmation: string | null, agent: Actor): Promise<void> {
      const [fromId, intoId] = [(await find(reference)).id, (await find(intoReference)).id];
      await inTransaction(strapi, async (afterCommit) => {
        const [from, into] = await lockBoth(fromId, intoId);
        refuseUnfit(from, into);
        await joined().refuseInRow(from, into);
        const known = await audience().of(from, into);
        refuseUnconfirmed(known, confirmation);
        await (known.way === 'move' ? move(from, into, agent, afterCommit) : joined().join(from, into, agent, afterCommit));
      });
    },

    /** Ends that a ticket is worked on together with another one; 404 where it is not. */
    separate: async (reference: string, agent: Actor): Promise<void> => joined().separate(await find(reference), agent),
  };
};
