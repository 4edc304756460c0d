import { useEffect, useRef } from 'react';

/** Does something every so many milliseconds, while the page is visible; never, where they are null. */
export const usePolling = (act: () => void, everyMs: number | null): void => {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (everyMs === null) return undefined;
    const timer = setInterval(() => document.visibilityState === 'visible' && latest.current(), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
};
