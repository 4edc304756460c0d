import { useCallback, useEffect, useRef, useState } from 'react';
import type { Chats } from './use-chats';
import { useWords } from '../use-words';

interface Announcements {
  words: string;
  /** Another with each, so that the same words are said again. */
  round: number;
  announce(words: string): void;
}

/** What the page's one polite region says: what was asked for, a chat that began to wait, and news in chats that are not open. */
export const useAnnouncements = (chats: Chats | undefined, open: string | undefined): Announcements => {
  const say = useWords();
  const [{ words, round }, set] = useState({ words: '', round: 0 });
  const announce = useCallback((said: string) => set((before) => ({ words: said, round: before.round + 1 })), []);
  const before = useRef<{ waiting: Set<string>; unread: Map<string, number> } | null>(null);
  useEffect(() => {
    if (!chats) return;
    const known = before.current;
    before.current = { waiting: new Set([...(known?.waiting ?? []), ...chats.waiting.map(({ key }) => key)]), unread: new Map(chats.mine.map(({ key, unread }) => [key, unread])) };
    if (!known) return;
    const come = chats.waiting.filter(({ key }) => !known.waiting.has(key)).map(({ visitor }) => say('chats.newcomer', { name: visitor.name || say('chats.guest') }));
    const news = chats.mine.filter(({ key, unread }) => key !== open && unread > (known.unread.get(key) ?? 0)).map(({ visitor, excerpt }) => say('chats.newsFrom', { name: visitor.name || say('chats.guest'), text: excerpt }));
    if (come.length + news.length > 0) announce([...come, ...news].join(' '));
  }, [chats, open, say, announce]);
  return { words, round, announce };
};
