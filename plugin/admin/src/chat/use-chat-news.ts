import { useEffect, useRef } from 'react';
import { onChats } from '../live/desk-line';
import { useConnected } from '../live/use-news';

/** Of many news at once the page looks for the first, and once more for the rest. */
const betweenMs = 300;

/** Calls `act` now and, at most so often, again for what came meanwhile. */
const useCalm = (act: () => void): (() => void) => {
  const latest = useRef(act);
  latest.current = act;
  const state = useRef({ stale: false, resting: false });
  const look = (): void => {
    const now = state.current;
    if (!now.stale || now.resting) return;
    Object.assign(now, { stale: false, resting: true });
    latest.current();
    setTimeout(() => {
      now.resting = false;
      look();
    }, betweenMs);
  };
  return () => {
    state.current.stale = true;
    look();
  };
};

/**
 * Calls `act` when something happened in this chat, or in any where none is named; without a line, every so many
 * milliseconds. In a tab that nobody looks at too: somebody may be waiting for this agent.
 */
export const useChatNews = (act: () => void, withoutLineMs: number, chat: string | null = null): void => {
  const connected = useConnected();
  const look = useRef<() => void>(() => undefined);
  look.current = useCalm(act);
  useEffect(() => {
    if (connected) return undefined;
    const timer = setInterval(() => look.current(), withoutLineMs);
    return () => clearInterval(timer);
  }, [connected, withoutLineMs]);
  useEffect(() => onChats((about) => (chat === null || about === null || about === chat) && look.current()), [chat]);
};
