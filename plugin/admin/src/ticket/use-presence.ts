import { useCallback, useEffect, useRef, useState } from 'react';
import type { DeskTicketDetail, Presence } from '../../../contracts/desk';
import { leaveTicket, signPresence } from '../desk/client';
import { usePolling } from '../desk/use-polling';
import { isConnected, leave, look, onNews, onPresence } from '../live/desk-line';
import { useConnected } from '../live/use-news';

const everyMs = 4000;
/** Over the line, only what renews the sign: news of others come by themselves. */
const renewMs = 10_000;
/** Who stopped typing for so long is only looking. */
const pauseMs = 20_000;

/** Whether something is being written, asked at any time. */
const useWriting = (draft: string): (() => boolean) => {
  const typedAt = useRef(0);
  const before = useRef(draft);
  if (before.current !== draft) {
    before.current = draft;
    typedAt.current = Date.now();
  }
  return useCallback(() => before.current.trim() !== '' && Date.now() - typedAt.current < pauseMs, []);
};

/** Calls `act` when somebody of the desk says that something happened to this ticket, or who looks at it. */
const useHearing = (reference: string, act: () => void): void => {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const hear = (about: string | null): void => {
      if (about === null || about === reference) latest.current();
    };
    const forgets = [onNews(hear), onPresence(hear)];
    return () => forgets.forEach((forget) => forget());
  }, [reference]);
};

/** Tells colleagues that the agent is here, learns who else is, and reads the ticket again when there is news. */
export const usePresence = (ticket: DeskTicketDetail, draft: string, reload: () => void): Presence['others'] => {
  const [others, setOthers] = useState<Presence['others']>([]);
  const connected = useConnected();
  const isWriting = useWriting(draft);
  const said = useRef(false);
  const { reference } = ticket;
  const shown = useRef(ticket);
  shown.current = ticket;

  const sign = useCallback(async (): Promise<void> => {
    const writing = isWriting();
    said.current = writing;
    const presence = await (isConnected() ? look({ reference, writing }) : signPresence(reference, writing));
    setOthers(presence.others);
    const { events, held } = shown.current;
    if (presence.lastEvent !== (events.at(-1)?.id ?? 0) || presence.held !== held.length) reload();
  }, [reference, reload, isWriting]);

  const quietly = (): void => void sign().catch(() => undefined);
  usePolling(quietly, connected ? renewMs : everyMs);
  useHearing(reference, quietly);
  useEffect(() => {
    if (isConnected() && isWriting() !== said.current) quietly();
  }, [draft]);
  useEffect(() => {
    quietly();
    return () => (isConnected() ? leave(reference) : void leaveTicket(reference).catch(() => undefined));
    // Once for each ticket: the polling does the rest.
  }, [reference]);
  return others;
};
