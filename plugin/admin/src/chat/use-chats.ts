import { useCallback } from 'react';
import type { ChatLine, ChatSeat, ChatShelf, ChatShelfAnswer } from '../../../contracts/chat';
import { useLoaded } from '../desk/use-loaded';
import type { Loaded } from '../desk/use-loaded';
import { listChats } from './client';
import { useChatNews } from './use-chat-news';

const lookAgainMs = 4000;

/** What the page knows of all chats. */
export interface Chats {
  /** The shelf that is open. */
  shelf: ChatShelf;
  shown: ChatLine[];
  /** Those that the agent has, whichever shelf is open. */
  mine: ChatLine[];
  waiting: ChatLine[];
  counts: ChatShelfAnswer['counts'];
  seat: ChatSeat;
  available: ChatShelfAnswer['available'];
}

/** Reads the open shelf, and beside it the agent's own chats and those that wait; goes on by itself. */
export const useChats = (shelf: ChatShelf): Loaded<Chats> => {
  const loaded = useLoaded(
    useCallback(
      async (signal: AbortSignal): Promise<Chats> => {
        const needed = [...new Set<ChatShelf>(['mine', 'waiting', shelf])];
        const answers = new Map(await Promise.all(needed.map(async (each) => [each, await listChats(each, signal)] as const)));
        const [{ chats: mine, ...rest }, waiting, shown] = [answers.get('mine')!, answers.get('waiting')!, answers.get(shelf)!];
        // In an order that new messages do not change: the numbers on the keyboard stay where they are.
        mine.sort((one, other) => one.since.localeCompare(other.since) || one.key.localeCompare(other.key));
        return { shelf, shown: shown.chats, mine, waiting: waiting.chats, counts: rest.counts, seat: rest.seat, available: rest.available };
      },
      [shelf],
    ),
  );
  useChatNews(loaded.reload, lookAgainMs);
  return loaded;
};
