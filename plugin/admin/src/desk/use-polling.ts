import { useEffect, useRef } from 'react';

/** Does something every so many milliseconds, while the page is visible. */
export const usePolling = (act: () => void, everyMs: number): void => {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && latest.current(), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
};
