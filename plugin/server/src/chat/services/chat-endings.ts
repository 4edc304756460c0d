import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { events } from '../../platform/services/events';
import type { Strapi } from '../../platform/domain';
import type { ChatLine, ChatRow } from '../rows';
import { chatLines } from './chat-lines';
import type { AfterCommit } from './chat-lines';

const secondsBetween = (from: Date | string, to: Date | string): number => Math.max(0, Math.round((new Date(to).getTime() - new Date(from).getTime()) / 1000));

/** How a chat ends, whoever ends it. */
export const chatEndings = ({ strapi }: { strapi: Strapi }) => ({
  /** Ends a chat that the caller holds; `how` says by what. One that is over stays as it is. */
  async end(chat: ChatRow, how: ChatLine, afterCommit: AfterCommit, change: Partial<ChatRow> = {}): Promise<void> {
    if (chat.state === 'ended') return;
    const endedAt = now();
    const ended = await getService(strapi, 'chat-lines', chatLines).add(chat, [how], { state: 'ended', endedAt, ...change }, afterCommit);
    const payload = {
      chatId: chat.id,
      agentId: ended.agentId,
      customerId: ended.customerId,
      segment: ended.segment,
      categoryId: ended.categoryId,
      source: ended.source,
      how: how.happened,
      /** Null where nobody took it. */
      waitedSeconds: ended.takenAt === null ? null : secondsBetween(ended.createdAt, ended.takenAt),
      lastedSeconds: secondsBetween(ended.createdAt, endedAt),
      ticketId: ended.ticketId,
    };
    await getService(strapi, 'events', events).record({ type: 'chat.ended', subject: chat.key, payload }, afterCommit);
  },
});
