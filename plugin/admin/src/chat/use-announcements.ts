import { useCallback, useEffect, useRef, useState } from 'react';
import type { Chats } from './use-chats';
import { useWords } from '../use-words';

/** What the page's one polite region says: what was asked for, a chat that began to wait, and news in chats that are not open. */
export const useAnnouncements = (chats: Chats | undefined, open: string | undefined): { words: string; announce(words: string): void } => {
  const say = useWords();
  const [words, announce] = useState('');
  const before = useRef<{ waiting: Set<string>; unread: Map<string, number> } | null>(null);
  useEffect(() => {
    if (!chats) return;
    const known = before.current;
    before.current = { waiting: new Set([...(known?.waiting ?? []), ...chats.waiting.map(({ key }) => key)]), unread: new Map(chats.mine.map(({ key, unread }) => [key, unread])) };
    if (!known) return;
    const come = chats.waiting.filter(({ key }) => !known.waiting.has(key)).map(({ visitor }) => say('chats.newcomer', { name: visitor.name || say('chats.guest') }));
    const news = chats.mine.filter(({ key, unread }) => key !== open && unread > (known.unread.get(key) ?? 0)).map(({ visitor, excerpt }) => say('chats.newsFrom', { name: visitor.name || say('chats.guest'), text: excerpt }));
    if (come.length + news.length > 0) announce([...come, ...news].join(' '));
  }, [chats, open, say]);
  return { words, announce: useCallback((said: string) => announce(said), []) };
};
