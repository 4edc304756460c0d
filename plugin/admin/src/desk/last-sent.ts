import { useSyncExternalStore } from 'react';

/** The agent's last reply while it can be taken back. */
export interface LastSent {
  reference: string;
  id: string;
  /** ISO 8601. */
  releaseAt: string;
}

let last: LastSent | null = null;
const listeners = new Set<() => void>();

/** Remembers it for all pages of this tab; null when it is gone. */
export const noteLastSent = (sent: LastSent | null): void => {
  last = sent;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What can be taken back now. */
export const useLastSent = (): LastSent | null => useSyncExternalStore(subscribe, () => last);
