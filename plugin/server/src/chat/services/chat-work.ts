import type { ChatBlocking, ChatMessage } from '../../../../contracts/chat';
import type { Agent } from '../../../../contracts/desk';
import { now } from '../../platform/clock';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { holdRow } from '../../platform/rows';
import { idempotency } from '../../platform/services/idempotency';
import { readRows } from '../../platform/statements';
import { fieldError, refuseFields } from '../../platform/validate';
import { updateRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { agentLine, eventLine } from '../lines';
import type { ChatRow } from '../rows';
import { chatBlocks } from './chat-blocks';
import { chatEndings } from './chat-endings';
import { chatLines } from './chat-lines';
import type { AfterCommit } from './chat-lines';
import { chatNews } from './chat-news';
import { chatPages } from './chat-pages';
import { chatSeats } from './chat-seats';
import { policies } from '../../segments/services/policies';

const openSql = `select count(*) as "open" from portal_chats where agent_id = ? and state = 'open'`;
const unreadSql = `select count(*) as "unread" from portal_chat_messages where chat_id = ? and kind = 'visitor' and number > ?`;
const nextSql = `state = 'waiting' order by waiting_since, id limit 20`;

/** 409 for a chat that is over, or with another agent. */
export const needOwn = ({ state, agentId }: Pick<ChatRow, 'state' | 'agentId'>, agent: { id: number }): void => {
  if (state === 'ended') throw new Refusal('chat_ended', 'This chat is over. Nothing was sent.');
  if (state !== 'open' || agentId !== agent.id) throw new Refusal('chat_taken', 'This chat is not with you. Take it first.');
};

/** What agents do with chats. Only behind the desk's right `chats`. */
export const chatWork = ({ strapi }: { strapi: Strapi }) => {
  const lines = () => getService(strapi, 'chat-lines', chatLines);
  const seats = () => getService(strapi, 'chat-seats', chatSeats);
  const locked = <T>(key: string, work: (chat: ChatRow, afterCommit: AfterCommit) => Promise<T>): Promise<T> => lines().locked('key = ?', [key], work);

  /** Those who wait moved up: the pages of the first ones are told, and ask how many are left. */
  const tellWaiting = async (): Promise<void> => {
    for (const { key } of await lines().many(nextSql, [])) getService(strapi, 'chat-news', chatNews).tell({ chat: key, message: 0 });
  };

  const needRoom = async (agent: Agent): Promise<void> => {
    const seat = await seats().row(agent);
    // Two at once of one agent wait for each other here, so that neither counts without the other.
    await holdRow(strapi, 'chat-seat', seat.id);
    const [counted] = await readRows<{ open: number | string }>(strapi, openSql, [agent.id]);
    const most = seat.most ?? getService(strapi, 'policies', policies).chatRules().mostPerAgent;
    if (Number(counted?.open ?? 0) >= most) throw new Refusal('limit_reached', `You have ${most} chats. End one, or hand one on, before you take another.`);
  };

  const give = (chat: ChatRow, agent: Agent, happened: 'joined' | 'transferred', afterCommit: AfterCommit): Promise<ChatRow> =>
    lines().add(chat, [eventLine(happened, agent.name)], { state: 'open', agentId: agent.id, agentName: agent.name, takenAt: chat.takenAt ?? now() }, afterCommit);

  return {
    tellWaiting,

    /** Takes one that nobody has; again: still his. 409 `chat_taken` where another was quicker, `limit_reached` for one too many, `chat_ended`. */
    async accept(key: string, agent: Agent): Promise<void> {
      await locked(key, async (chat, afterCommit) => {
        if (chat.state === 'open' && chat.agentId === agent.id) return;
        if (chat.state === 'ended') throw new Refusal('chat_ended', 'This chat is over.');
        if (chat.state === 'open') throw new Refusal('chat_taken', `${chat.agentName} has this chat.`);
        await needRoom(agent);
        await give(chat, agent, 'joined', afterCommit);
      });
      await tellWaiting();
    },

    /** Writes in a chat of his, once per key; answers the message. */
    async write(key: string, agent: Agent, text: string, sentKey: string | undefined): Promise<{ message: ChatMessage; repeated: boolean }> {
      const found = await lines().one(key);
      const request = { owner: `chat:${found.id}:agent:${agent.id}`, key: sentKey, content: { text } };
      const { outcome, repeated } = await getService(strapi, 'idempotency', idempotency).once(request, async (afterCommit) => {
        const chat = await lines().hold('id = ?', [found.id]);
        needOwn(chat, agent);
        const { lastNumber } = await lines().add(chat, [agentLine(agent, text)], { seenByAgent: chat.lastNumber + 1, unread: 0 }, afterCommit);
        return String(lastNumber);
      });
      return { message: await getService(strapi, 'chat-pages', chatPages).one(found.id, Number(outcome)), repeated };
    },

    /** Has seen all up to a message, in a chat of his; who only looks at a colleague's chat has seen nothing for him. */
    async read(key: string, agent: Agent, message: number): Promise<void> {
      const news = await locked(key, async (chat) => {
        const seen = Math.min(message, chat.lastNumber);
        if (chat.agentId !== agent.id || seen <= chat.seenByAgent) return false;
        const [counted] = await readRows<{ unread: number | string }>(strapi, unreadSql, [chat.id, seen]);
        await updateRow<ChatRow>(strapi, 'chat', chat.id, { seenByAgent: seen, unread: Number(counted?.unread ?? 0) });
        return true;
      });
      if (news) getService(strapi, 'chat-news', chatNews).tell({ chat: key, message: 0 });
    },

    /** Hands one on to a colleague who is there, takes it over, or with null gives it back to the queue, where it keeps its place. */
    async transfer(key: string, to: number | null, agent: Agent): Promise<void> {
      const colleague = to === null || to === agent.id ? null : (await seats().here()).find(({ id }) => id === to);
      if (colleague === undefined) return refuseFields([fieldError('agent', 'not_allowed')]);
      // Without a seat nobody would notice that he is gone.
      if (to === agent.id) await seats().row(agent);
      await locked(key, async (chat, afterCommit) => {
        if (chat.state !== 'open') throw new Refusal(chat.state === 'ended' ? 'chat_ended' : 'chat_taken', 'Only a chat that somebody has can be handed on.');
        if (to === null) return void (await lines().add(chat, [eventLine('agent_left', chat.agentName ?? '')], { state: 'waiting', agentId: null, agentName: null }, afterCommit));
        if (to === chat.agentId) return;
        await give(chat, colleague ?? agent, 'transferred', afterCommit);
      });
      await tellWaiting();
    },

    /** Ends one, whoever has it. */
    close: (key: string, agent: Agent): Promise<void> => locked(key, (chat, afterCommit) => getService(strapi, 'chat-endings', chatEndings).end(chat, eventLine('ended_by_agent', agent.name), afterCommit)),

    /** Ends it and lets its visitor begin no other for so many hours. */
    block: (key: string, blocking: ChatBlocking, agent: Agent): Promise<void> =>
      locked(key, async (chat, afterCommit) => {
        await getService(strapi, 'chat-blocks', chatBlocks).add(chat, blocking, agent);
        await getService(strapi, 'chat-endings', chatEndings).end(chat, eventLine('ended_by_agent', agent.name), afterCommit);
      }),
  };
};
