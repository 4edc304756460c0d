import { useEffect } from 'react';
import type { DeskTicketDetail } from '../../../contracts/desk';
import { markRead } from '../desk/client';

/** Says how far the agent has read, as soon as it shows. That it could not be said is no reason to disturb anyone. */
export const useReadMark = ({ reference, events }: Pick<DeskTicketDetail, 'reference' | 'events'>): void => {
  const last = events.at(-1)?.id ?? 0;
  useEffect(() => {
    if (document.visibilityState === 'visible') void markRead(reference, last).catch(() => undefined);
  }, [reference, last]);
};
