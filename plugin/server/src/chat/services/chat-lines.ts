import { now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { holdRow, inTransaction } from '../../platform/rows';
import { events } from '../../platform/services/events';
import { columnsFor, readRows } from '../../platform/statements';
import type { Binding } from '../../platform/statements';
import { couldBeKey } from '../../platform/tokens';
import { insertRow, updateRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { excerptOf } from '../lines';
import { chatColumns } from '../rows';
import type { ChatLine, ChatMessageRow, ChatRow } from '../rows';
import { chatNews } from './chat-news';

/** Runs something once the transaction is committed. */
export type AfterCommit = (run: () => void) => void;
type Work<T> = (chat: ChatRow, afterCommit: AfterCommit) => Promise<T>;

const selectSql = `select ${columnsFor(chatColumns)} from portal_chats where`;
const last = <T>(all: T[], fits: (each: T) => boolean): number => all.findLastIndex(fits) + 1;

/** What lines change in the columns of their chat. */
const countedIn = (chat: ChatRow, lines: ChatLine[]): Partial<ChatRow> => {
  const [byVisitor, byAgent] = [lines.filter(({ kind }) => kind === 'visitor'), lines.filter(({ kind }) => kind === 'agent')];
  const words = lines.findLast(({ kind }) => kind !== 'event');
  const agentNumber = byAgent.length > 0 ? chat.lastNumber + last(lines, ({ kind }) => kind === 'agent') : chat.lastAgentNumber;
  // Mailed once, it waits until he has been there again.
  const isBack = chat.seenByVisitor >= chat.mailedUpTo;
  return {
    lastNumber: chat.lastNumber + lines.length,
    lastAgentNumber: agentNumber,
    unread: chat.unread + byVisitor.length,
    ...(words ? { excerpt: excerptOf(words.text), lastWordAt: now() } : {}),
    ...(byAgent.length > 0 && isBack && chat.unseenSince === null ? { unseenSince: now() } : {}),
  };
};

/** Writes lines of chats, one writer of a chat after the other. */
export const chatLines = ({ strapi }: { strapi: Strapi }) => {
  const find = async (where: string, bindings: Binding[]): Promise<ChatRow | null> => (await readRows<ChatRow>(strapi, `${selectSql} ${where}`, bindings))[0] ?? null;

  /** The same within the caller's transaction. */
  const hold = async (where: string, bindings: Binding[]): Promise<ChatRow> => {
    const found = await find(where, bindings);
    if (!found) throw notFound();
    await holdRow(strapi, 'chat', found.id);
    // Read again: whoever held it may have changed it.
    return (await find('id = ?', [found.id])) ?? notFoundNow();
  };
  const notFoundNow = (): never => {
    throw notFound();
  };

  return {
    find,
    many: (rest: string, bindings: Binding[]): Promise<ChatRow[]> => readRows<ChatRow>(strapi, `${selectSql} ${rest}`, bindings),
    hold,
    /** The chat of a key, for the desk; 404 where there is none. */
    one: async (key: string): Promise<ChatRow> => (couldBeKey(key) ? await find('key = ?', [key]) : null) ?? notFoundNow(),

    /** Runs `work` with a chat that nobody else changes meanwhile; 404 where none fits. */
    locked: <T>(where: string, bindings: Binding[], work: Work<T>): Promise<T> => inTransaction(strapi, async (afterCommit) => work(await hold(where, bindings), afterCommit)),

    /** Who writes has the conversation before him: all that was there is seen. In the caller's transaction. */
    sawOwn: ({ id, lastNumber }: ChatRow): Promise<void> => updateRow<ChatRow>(strapi, 'chat', id, { seenByVisitor: lastNumber, unseenSince: null }),

    /**
     * Adds lines to a chat that the caller holds, and changes it; all told once it is committed. A number is given out
     * under the lock and committed before the next one is: who asks for what comes after a number misses none.
     */
    async add(chat: ChatRow, lines: ChatLine[], change: Partial<ChatRow>, afterCommit: AfterCommit): Promise<ChatRow> {
      const changed = { ...countedIn(chat, lines), ...change };
      for (const [index, line] of lines.entries()) await insertRow<ChatMessageRow>(strapi, 'chat-message', { chatId: chat.id, number: chat.lastNumber + index + 1, ...line });
      await updateRow<ChatRow>(strapi, 'chat', chat.id, changed);
      const news = { chat: chat.key, message: changed.lastNumber ?? chat.lastNumber };
      await getService(strapi, 'events', events).record({ type: 'chat.happened', subject: chat.key, payload: news }, afterCommit);
      afterCommit(() => getService(strapi, 'chat-news', chatNews).tell(news));
      return { ...chat, ...changed };
    },
  };
};
