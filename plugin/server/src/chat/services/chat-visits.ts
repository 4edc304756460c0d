import type { Language } from '../../../../contracts/accounts';
import type { Chat, ChatDoor, ChatMessage, ChatRatingChange } from '../../../../contracts/chat';
import { ratingDays } from '../../../../contracts/ratings';
import { refuseSecrets } from '../../conversation/secret-guard';
import { limits } from '../../limits/services/limits';
import { minutes, now } from '../../platform/clock';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { idempotency } from '../../platform/services/idempotency';
import { events } from '../../platform/services/events';
import { writeStatement } from '../../platform/statements';
import { couldBeKey } from '../../platform/tokens';
import { updateRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { effectivePolicy } from '../../segments/services/policies';
import { isRatable } from '../serialize';
import { eventLine, visitorLine } from '../lines';
import type { ChatRow } from '../rows';
import { hashOf, ownedBy } from '../visitor';
import type { ChatVisitor } from '../visitor';
import { chatBeginnings } from './chat-beginnings';
import { chatBlocks } from './chat-blocks';
import { chatDoor } from './chat-door';
import { chatEndings } from './chat-endings';
import { chatLines } from './chat-lines';
import type { AfterCommit } from './chat-lines';
import { chatMails } from './chat-mails';
import { chatPages } from './chat-pages';

const seenSql = 'update portal_chats set seen_by_visitor = ?, unseen_since = case when last_agent_number > ? then unseen_since else null end where id = ? and seen_by_visitor < ?';

/** What a visitor does in a chat of his; another's is a 404 like one that never was. */
export const chatVisits = ({ strapi }: { strapi: Strapi }) => {
  const lines = () => getService(strapi, 'chat-lines', chatLines);
  const pages = () => getService(strapi, 'chat-pages', chatPages);

  const own = (who: ChatVisitor, key: string): { sql: string; bindings: (string | number)[] } => {
    const owned = ownedBy(who);
    return { sql: `key = ? and ${owned.sql}`, bindings: [key, ...(owned.bindings as (string | number)[])] };
  };
  const find = async (who: ChatVisitor, key: string): Promise<ChatRow> => {
    const { sql, bindings } = own(who, key);
    const found = couldBeKey(key) ? await lines().find(sql, bindings) : null;
    if (!found) throw notFound();
    return found;
  };
  const locked = <T>(who: ChatVisitor, key: string, work: (chat: ChatRow, afterCommit: AfterCommit) => Promise<T>): Promise<T> => {
    if (!couldBeKey(key)) throw notFound();
    const { sql, bindings } = own(who, key);
    return lines().locked(sql, bindings, work);
  };

  /** A guest is counted by his token too: many of them can stand behind one address. */
  const spend = async ({ viewer }: ChatVisitor, { visitorHash }: ChatRow): Promise<void> => {
    if (viewer || visitorHash === null) return;
    const quota = effectivePolicy(strapi, null).rates.chatMessagesPerMinute;
    await getService(strapi, 'limits', limits).spend({ name: 'chat-visitor', quota, windowMs: minutes(1), often: true }, `visitor ${visitorHash}`);
  };

  const write = async (found: ChatRow, text: string, afterCommit: AfterCommit): Promise<string> => {
    const chat = await lines().hold('id = ?', [found.id]);
    if (chat.state === 'ended') throw new Refusal('chat_ended', 'This chat is over. Nothing was sent. Begin a new one.');
    // Who had left something and is there again waits for whoever is there now.
    const isBack = chat.state === 'left' && (await getService(strapi, 'chat-door', chatDoor).service()) !== 'closed';
    const written = await lines().add(chat, [visitorLine(chat, text)], isBack ? { state: 'waiting', waitingSince: now() } : {}, afterCommit);
    await lines().sawOwn(written);
    return String(written.lastNumber);
  };

  /** A chat of his, with what was said after a message. */
  const show = async (who: ChatVisitor, key: string, after: number): Promise<Chat> => pages().show(await find(who, key), who, after);

  return {
    /** What he is told before he begins, and his own chat; 401 for guests where they may not chat. */
    async door(who: ChatVisitor, language: Language): Promise<ChatDoor> {
      getService(strapi, 'chat-beginnings', chatBeginnings).admit(who);
      const current = await getService(strapi, 'chat-beginnings', chatBeginnings).current(who);
      return { ...(await getService(strapi, 'chat-door', chatDoor).show(language, who.viewer !== null)), current: current && (await pages().show(current, who, 0)) };
    },

    /** The chat that he just began, for whom the token was made that he does not show yet. */
    showBegun: (who: ChatVisitor, token: string | null, key: string): Promise<Chat> => show(token === null ? who : { ...who, hash: hashOf(token) }, key, 0),

    show,

    /** Adds a message once per key; answers it. 409 `chat_ended`, 403 `chat_blocked`, 409 `secret_found`, 429. */
    async write(who: ChatVisitor, key: string, { text, allowSecrets }: { text: string; allowSecrets?: boolean | undefined }, sentKey: string | undefined): Promise<{ message: ChatMessage; repeated: boolean }> {
      const chat = await find(who, key);
      await spend(who, chat);
      await getService(strapi, 'chat-blocks', chatBlocks).refuse(who);
      refuseSecrets({ text }, allowSecrets);
      const request = { owner: `chat:${chat.id}:visitor`, key: sentKey, content: { text } };
      const { outcome, repeated } = await getService(strapi, 'idempotency', idempotency).once(request, (afterCommit) => write(chat, text, afterCommit));
      return { message: await pages().one(chat.id, Number(outcome)), repeated };
    },

    /** Has seen all up to a message; an earlier one changes nothing. */
    async read(who: ChatVisitor, key: string, message: number): Promise<void> {
      const { id, lastNumber } = await find(who, key);
      const seen = Math.min(message, lastNumber);
      await writeStatement(strapi, seenSql, [seen, seen, id, seen]);
    },

    /** Ends it; one that is over stays as it is. */
    close: (who: ChatVisitor, key: string): Promise<void> =>
      locked(who, key, async (chat, afterCommit) => getService(strapi, 'chat-endings', chatEndings).end(chat, eventLine('ended_by_visitor'), afterCommit)),

    /** Leaves what was written to be answered later, while nobody has answered. */
    leave: (who: ChatVisitor, key: string): Promise<void> =>
      locked(who, key, async (chat, afterCommit) => {
        if (chat.state === 'ended') throw new Refusal('chat_ended', 'This chat is over. Begin a new one.');
        if (chat.state === 'waiting') await lines().add(chat, [eventLine('left_message')], { state: 'left' }, afterCommit);
      }),

    /** Has it mailed to him; 400 where no address is known. */
    transcript: async (who: ChatVisitor, key: string): Promise<void> => getService(strapi, 'chat-mails', chatMails).sendTranscript(await find(who, key)),

    /** Says how it was, in place of what he said before; 409 `rating_closed` before it is over, where nobody answered, and after 14 days. */
    rate: (who: ChatVisitor, key: string, { score, comment }: ChatRatingChange): Promise<void> =>
      locked(who, key, async (chat, afterCommit) => {
        if (!isRatable(chat)) throw new Refusal('rating_closed', `A chat can be rated once it is over, for ${ratingDays} days.`);
        await updateRow<ChatRow>(strapi, 'chat', chat.id, { score, ratingComment: comment });
        await getService(strapi, 'events', events).record({ type: 'chat.rated', subject: chat.key, payload: { chatId: chat.id, agentId: chat.agentId, score } }, afterCommit);
      }),
  };
};
