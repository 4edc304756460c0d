import { LRUCache } from 'lru-cache';
import type { ChatNews } from '../../../../contracts/chat';
import type { DeliveredEvent } from '../../platform/tell-subscribers';
import type { Strapi } from '../../platform/domain';

/** What tells open pages; sockets stand above chats and come here for it. */
type Teller = (news: ChatNews) => void;

/**
 * News of chats, told twice over: at once after the commit, because people wait for each other, and by the outbox,
 * which knows of it also when this process ends in between. What was told at once is not told again.
 */
export const chatNews = ({ strapi }: { strapi: Strapi }) => {
  let teller: Teller = () => undefined;
  const told = new LRUCache<string, true>({ max: 20_000 });
  const nameOf = ({ chat, message }: ChatNews): string => `${chat} ${message}`;

  return {
    /** Called once at the start, by whoever has the sockets. */
    learn(tell: Teller): void {
      teller = tell;
    },
    /** Tells now. Never throws: what it tells of is committed. */
    tell(news: ChatNews): void {
      if (news.message > 0) told.set(nameOf(news), true);
      try {
        teller(news);
      } catch (error) {
        strapi.log.error(error);
      }
    },
    /** Handles `chat.happened`: tells what this process has not told itself. */
    async hear(event: DeliveredEvent): Promise<void> {
      const news = event.payload as unknown as ChatNews;
      if (!told.has(nameOf(news))) teller({ chat: news.chat, message: news.message });
    },
  };
};
