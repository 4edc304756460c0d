import { useCallback, useEffect, useRef, useState } from 'react';
import type { DeskTicketDetail, Presence } from '../../../contracts/desk';
import { leaveTicket, signPresence } from '../desk/client';
import { usePolling } from '../desk/use-polling';

const everyMs = 4000;
/** Who stopped typing for so long is only looking. */
const pauseMs = 20_000;

/** Tells colleagues that the agent is here, learns who else is, and reads the ticket again when there is news. */
export const usePresence = (ticket: DeskTicketDetail, draft: string, reload: () => void): Presence['others'] => {
  const [others, setOthers] = useState<Presence['others']>([]);
  const typedAt = useRef(0);
  const { reference } = ticket;
  const before = useRef(draft);
  if (before.current !== draft) {
    before.current = draft;
    typedAt.current = Date.now();
  }
  const shown = useRef(ticket);
  shown.current = ticket;

  const sign = useCallback(async (): Promise<void> => {
    const writing = before.current.trim() !== '' && Date.now() - typedAt.current < pauseMs;
    const presence = await signPresence(reference, writing);
    setOthers(presence.others);
    const { events, held } = shown.current;
    if (presence.lastEvent !== (events.at(-1)?.id ?? 0) || presence.held !== held.length) reload();
  }, [reference, reload]);

  const quietly = (): void => void sign().catch(() => undefined);
  usePolling(quietly, everyMs);
  useEffect(() => {
    quietly();
    return () => void leaveTicket(reference).catch(() => undefined);
    // Once for each ticket: the polling does the rest.
  }, [reference]);
  return others;
};
