import { LRUCache } from 'lru-cache';
import { writingHoldsMs } from '../../../../contracts/socket-address';

/** Whose visitor writes, as this process heard it. Nothing is kept of it. */
export const chatTyping = () => {
  const writing = new LRUCache<string, true>({ max: 5000, ttl: writingHoldsMs });
  return {
    sign(chat: string, typing: boolean): void {
      if (typing) writing.set(chat, true);
      else writing.delete(chat);
    },
    isTyping: (chat: string): boolean => writing.has(chat),
  };
};
