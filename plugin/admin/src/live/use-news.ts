import { useEffect, useRef, useSyncExternalStore } from 'react';
import { usePolling } from '../desk/use-polling';
import { enterLine, isConnected, onChange, onNews } from './desk-line';

/** Of many news at once the page looks for the first, and once more for the rest. */
const betweenMs = 1500;

/** Keeps the desk's line open while shown; true while it is. */
export const useConnected = (): boolean => {
  useEffect(enterLine, []);
  return useSyncExternalStore(onChange, isConnected);
};

/** Calls `act` when something happened to any ticket, while the page is visible or once it is again; without a line, every so many milliseconds. */
export const useNews = (act: () => void, withoutLineMs: number): void => {
  const connected = useConnected();
  const latest = useRef(act);
  latest.current = act;
  usePolling(act, connected ? null : withoutLineMs);
  useEffect(() => {
    let [stale, resting] = [false, false];
    const look = (): void => {
      if (!stale || resting || document.visibilityState === 'hidden') return;
      [stale, resting] = [false, true];
      latest.current();
      setTimeout(() => {
        resting = false;
        look();
      }, betweenMs);
    };
    const forget = onNews(() => {
      stale = true;
      look();
    });
    document.addEventListener('visibilitychange', look);
    return () => {
      forget();
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
};
