import { chatPage } from '../../../../contracts/chat';
import type { Chat, ChatMessage } from '../../../../contracts/chat';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { columnsFor, readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { toChat, toMessage } from '../serialize';
import type { Lines } from '../serialize';
import type { ChatMessageRow, ChatRow } from '../rows';
import type { ChatVisitor } from '../visitor';
import { chatDoor } from './chat-door';

const columns = columnsFor(['id', 'number', 'kind', 'authorId', 'authorName', 'text', 'happened', 'createdAt']);
const afterSql = `select ${columns} from portal_chat_messages where chat_id = ? and number > ? order by number limit ?`;
const allSql = `select ${columns} from portal_chat_messages where chat_id = ? order by number desc limit ?`;

/** Chats as they are read. */
export const chatPages = ({ strapi }: { strapi: Strapi }) => ({
  /** Lines after a number, at most `chatPage`. */
  async lines(chatId: number, after: number): Promise<Lines> {
    const found = await readRows<ChatMessageRow>(strapi, afterSql, [chatId, after, chatPage + 1]);
    return { messages: found.slice(0, chatPage).map(toMessage), more: found.length > chatPage };
  },

  /** One line, just written. */
  async one(chatId: number, number: number): Promise<ChatMessage> {
    const [found] = await readRows<ChatMessageRow>(strapi, afterSql, [chatId, number - 1, 1]);
    if (!found) throw notFound();
    return toMessage(found);
  },

  /** The last lines of a chat in order, for a transcript. */
  whole: async (chatId: number, most: number): Promise<ChatMessageRow[]> => (await readRows<ChatMessageRow>(strapi, allSql, [chatId, most])).reverse(),

  /** A chat as its visitor sees it. */
  async show(chat: ChatRow, { viewer }: Pick<ChatVisitor, 'viewer'>, after: number): Promise<Chat> {
    const mail = chat.customerId === null ? chat.email || null : (viewer?.email ?? null);
    return toChat(chat, await this.lines(chat.id, after), await getService(strapi, 'chat-door', chatDoor).ahead(chat), mail);
  },
});
