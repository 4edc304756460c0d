import type { MergePreview } from '../../../../contracts/desk';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction } from '../../platform/rows';
import { readRows, writeStatement } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { searchTextWith } from '../../tickets/search-text';
import { turnOf } from '../../tickets/state';
import { deskList } from '../../tickets/services/desk-list';
import { participants } from '../../tickets/services/participants';
import { readMarks } from '../../tickets/services/read-marks';
import { requesters } from '../../tickets/services/requesters';
import { shareLinks } from '../../tickets/services/share-links';
import { ticketChanges } from '../../tickets/services/ticket-changes';
import { ticketHistory } from '../../tickets/services/ticket-history';
import { ticketTags } from '../../tickets/services/ticket-tags';
import type { Actor, TicketRow } from '../../tickets/rows';

type AfterCommit = (run: () => void) => void;
const countSql = 'select internal, count(*) as "total" from portal_comments where ticket_id = ? group by internal';
/** Everything that belongs to the conversation, and what waits to be sent. */
const moved = ['portal_comments', 'portal_attachments', 'portal_held_replies'];

const refusalOf = (from: TicketRow, into: TicketRow): string | null => {
  if (from.id === into.id) return 'A ticket cannot be merged into itself.';
  // Nobody may read another's words because an agent mistook two tickets.
  if (from.requesterId !== into.requesterId) return 'The tickets are of different requesters; one would read the words of the other.';
  return from.mergedIntoId !== null || into.mergedIntoId !== null ? 'One of the tickets was merged already.' : null;
};
const refuseUnfit = (from: TicketRow, into: TicketRow): void => {
  const reason = refusalOf(from, into);
  if (reason !== null) throw new Refusal('merge_refused', `${reason} Nothing was changed.`);
};

/** Two tickets of one requester become one. */
export const ticketMerges = ({ strapi }: { strapi: Strapi }) => {
  const changes = () => getService(strapi, 'ticket-changes', ticketChanges);
  const links = () => getService(strapi, 'share-links', shareLinks);
  const tags = () => getService(strapi, 'ticket-tags', ticketTags);
  const find = async (reference: string): Promise<TicketRow> => {
    const ticket = await getService(strapi, 'desk-list', deskList).find(reference);
    if (!ticket) throw notFound();
    return ticket;
  };

  const record = (ticket: TicketRow, actor: Actor, data: { from?: string; to?: string }, afterCommit: AfterCommit) =>
    getService(strapi, 'ticket-history', ticketHistory).recordBeside(ticket, { type: 'ticket.merged', actor, data }, afterCommit);

  const moveAll = async (from: TicketRow, into: TicketRow): Promise<void> => {
    for (const table of moved) await writeStatement(strapi, `update ${table} set ticket_id = ? where ticket_id = ?`, [into.id, from.id]);
    const [theirs, own] = [await tags().of(into.id), await tags().of(from.id)];
    await tags().change(into.id, own.filter((tag) => !theirs.includes(tag)).slice(0, 20 - theirs.length), []);
  };

  /** The one that goes on: all messages, and the agents' turn where one of both had it. */
  const goOn = async (from: TicketRow, into: TicketRow, agent: Actor, afterCommit: AfterCommit): Promise<void> => {
    const state = turnOf(from.state) === 'agent' && turnOf(into.state) !== 'agent' ? 'open' : undefined;
    const firsts = [from.firstRepliedAt, into.firstRepliedAt].filter((each) => each !== null).sort((one, other) => new Date(one).getTime() - new Date(other).getTime());
    const extra = { messageCount: into.messageCount + from.messageCount, searchText: searchTextWith(into.searchText, from.searchText ?? ''), firstRepliedAt: firsts[0] ?? null };
    // What came along is news to whoever has read the rest, and wakes what was put aside.
    await changes().apply(into, { state, ...(state && into.snoozedUntil ? { snoozeUntil: null } : {}) }, agent, afterCommit, extra);
    const { id } = await record(into, agent, { from: from.reference }, afterCommit);
    await getService(strapi, 'read-marks', readMarks).news(into, id);
  };

  return {
    /** What a merge would do; 409 `merge_refused` where it cannot be. */
    async preview(reference: string, intoReference: string): Promise<MergePreview> {
      const [from, into] = [await find(reference), await find(intoReference)];
      refuseUnfit(from, into);
      const counted = await readRows<{ internal: boolean | number; total: number | string }>(strapi, countSql, [from.id]);
      const of = (internal: boolean): number => Number(counted.find((each) => Boolean(each.internal) === internal)?.total ?? 0);
      const reader = (await getService(strapi, 'requesters', requesters).named([into.requesterId])).get(into.requesterId)?.name ?? '';
      const added = (await getService(strapi, 'participants', participants).of(into.id)).map(({ email }) => email);
      const counts = { messages: of(false), notes: of(true), openLinks: await links().openOn(into.id), endedLinks: await links().openOn(from.id) };
      return { into: { reference: into.reference, subject: into.subject, state: into.state }, ...counts, reader, participants: added };
    },

    /** Moves messages, notes, files and tags, and closes the ticket that they came from; its links open nothing any more. All of it or nothing. */
    async merge(reference: string, intoReference: string, agent: Actor): Promise<void> {
      const ids = [(await find(reference)).id, (await find(intoReference)).id] as const;
      await inTransaction(strapi, async (afterCommit) => {
        // Always the older one first, so that two merges at once cannot wait for each other.
        const locked = new Map<number, TicketRow>();
        for (const id of [...new Set(ids)].sort((one, other) => one - other)) locked.set(id, await changes().lock(id));
        const [from, into] = ids.map((id) => locked.get(id)) as [TicketRow, TicketRow];
        refuseUnfit(from, into);
        await moveAll(from, into);
        await links().endAll(from.id);
        await goOn(from, into, agent, afterCommit);
        await record(from, agent, { to: into.reference }, afterCommit);
        await changes().apply(from, { state: 'closed' }, agent, afterCommit, { messageCount: 0, searchText: searchTextWith('', `${from.reference} ${from.subject}`), mergedIntoId: into.id });
      });
    },
  };
};
