import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { TicketChange, TicketsChanged } from '../../../contracts/desk';
import { changeTickets } from '../desk/client';
import { sayRefusal } from '../desk/refusal';
import { useWords } from '../use-words';

/** A change of several tickets, and how it went. */
export interface Bulk {
  busy: boolean;
  /** Those that could not be changed, of the last change. */
  failed: TicketsChanged['failed'];
  change(references: string[], change: TicketChange): Promise<void>;
  forget(): void;
}

/** Says what was done; those that failed stay to be read. */
export const useBulk = (onDone: () => void): Bulk => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<TicketsChanged['failed']>([]);
  const change = async (references: string[], wanted: TicketChange): Promise<void> => {
    setBusy(true);
    try {
      const outcome = await changeTickets({ references, change: wanted });
      setFailed(outcome.failed);
      if (outcome.changed.length > 0) toggleNotification({ type: 'success', message: say('bulk.changed', { count: outcome.changed.length }) });
      onDone();
    } catch (error) {
      toggleNotification({ type: 'danger', message: sayRefusal(error, say) });
    } finally {
      setBusy(false);
    }
  };
  return { busy, failed, change, forget: () => setFailed([]) };
};
