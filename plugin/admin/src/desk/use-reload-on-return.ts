import { useEffect } from 'react';

/** Reads again when the agent comes back to the tab: colleagues and customers went on meanwhile. */
export const useReloadOnReturn = (reload: () => void): void => {
  useEffect(() => {
    const onChange = (): void => {
      if (document.visibilityState === 'visible') reload();
    };
    document.addEventListener('visibilitychange', onChange);
    return () => document.removeEventListener('visibilitychange', onChange);
  }, [reload]);
};
