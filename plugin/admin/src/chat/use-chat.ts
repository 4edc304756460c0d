import { useAuth } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChatMessage, DeskChat } from '../../../contracts/chat';
import { markChatRead, readChat } from './client';
import { useChatNews } from './use-chat-news';

const lookAgainMs = 2500;

/** One chat with all its messages, and how far reading it is. */
export interface OpenChat {
  value: DeskChat | undefined;
  /** All, in their order. */
  messages: ChatMessage[];
  error: unknown;
  /** The signed-in agent has it, and it goes on. */
  mine: boolean;
  /** Reads what is new; resolves when it shows. */
  reload(): Promise<void>;
}

const merged = (known: ChatMessage[], come: ChatMessage[]): ChatMessage[] => [...known, ...come.filter(({ id }) => known.every((each) => each.id !== id))].sort((one, other) => one.id - other.id);

/** Says how far the agent has read what he sees of a chat of his. That it could not be said disturbs nobody. */
const useReading = (key: string, mine: boolean, last: number): void =>
  useEffect(() => {
    const read = (): void => {
      if (mine && last > 0 && document.visibilityState === 'visible') void markChatRead(key, last).catch(() => undefined);
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [key, mine, last]);

/** Reads a chat, and on by itself. What was read stays when reading on fails. */
export const useChat = (key: string): OpenChat => {
  const me = Number(useAuth('useChat', ({ user }) => user?.id));
  const [value, setValue] = useState<DeskChat>();
  const [messages, setMessages] = useState<ChatMessage[]>([]);
  const [error, setError] = useState<unknown>();
  const last = useRef(0);
  /** The last that was ever read: what was said again is no news. */
  const known = useRef(0);
  const reload = useCallback(async (): Promise<void> => {
    try {
      for (let more = true; more; ) {
        const answer = await readChat(key, last.current);
        last.current = Math.max(last.current, answer.chat.messages.at(-1)?.id ?? 0);
        more = answer.chat.more;
        setValue(answer);
        // Words were taken out of what is shown already: all of it is read again.
        const again = known.current > 0 && answer.chat.messages.some(({ id, happened }) => happened === 'redacted' && id > known.current);
        setMessages((before) => merged(again ? [] : before, answer.chat.messages));
        known.current = Math.max(known.current, last.current);
        if (again) [last.current, more] = [0, true];
      }
      setError(undefined);
    } catch (failure) {
      setError(failure);
    }
  }, [key]);
  useEffect(() => void reload(), [reload]);
  useChatNews(() => void reload(), lookAgainMs, key);
  const mine = value?.chat.state === 'open' && value.chat.agent?.id === me;
  useReading(key, mine, messages.at(-1)?.id ?? 0);
  return { value, messages, error, mine, reload };
};
