import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { DeskTicketDetail, TicketChange } from '../../../contracts/desk';
import { changeTicket } from '../desk/client';
import { sayRefusal } from '../desk/refusal';
import { useWords } from '../use-words';

/** Changes a ticket at once and says how it went; the first of the pair is true meanwhile. */
export const useTicketChange = (reference: string, onTicket: (ticket: DeskTicketDetail) => void): [boolean, (change: TicketChange) => Promise<void>] => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const [saving, setSaving] = useState(false);
  const change = async (wanted: TicketChange): Promise<void> => {
    setSaving(true);
    try {
      onTicket(await changeTicket(reference, wanted));
      toggleNotification({ type: 'success', message: say('ticket.saved') });
    } catch (error) {
      toggleNotification({ type: 'danger', message: sayRefusal(error, say) });
    } finally {
      setSaving(false);
    }
  };
  return [saving, change];
};
