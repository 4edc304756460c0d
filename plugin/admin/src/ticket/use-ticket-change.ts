import { useNotification } from '@strapi/strapi/admin';
import { useRef, useState } from 'react';
import type { DeskTicketDetail, TicketChange } from '../../../contracts/desk';
import { changeTicket } from '../desk/client';
import { sayRefusal } from '../desk/refusal';
import { useWords } from '../use-words';

/** Changes a ticket. `expected` is what shows at once, before the server has answered. */
export type ChangeTicket = (wanted: TicketChange, expected: Partial<DeskTicketDetail>) => Promise<void>;

interface Changing {
  /** The ticket with all that is on its way. */
  shown: DeskTicketDetail;
  saving: boolean;
  change: ChangeTicket;
}

/**
 * Shows a change at once and saves it behind: one after the other, so that the last one chosen is the last one
 * saved. What the server refuses goes back to what it was, with a word about it.
 */
export const useTicketChange = (ticket: DeskTicketDetail, onTicket: (ticket: DeskTicketDetail) => void): Changing => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const [underWay, setUnderWay] = useState<Partial<DeskTicketDetail>[]>([]);
  const last = useRef<Promise<void>>(Promise.resolve());
  const save = async (wanted: TicketChange): Promise<void> => {
    try {
      onTicket(await changeTicket(ticket.reference, wanted));
      toggleNotification({ type: 'success', message: say('ticket.saved') });
    } catch (error) {
      toggleNotification({ type: 'danger', message: sayRefusal(error, say) });
    }
  };
  const change: ChangeTicket = (wanted, expected) => {
    setUnderWay((before) => [...before, expected]);
    last.current = last.current.then(() => save(wanted)).finally(() => setUnderWay((before) => before.filter((each) => each !== expected)));
    return last.current;
  };
  const shown = underWay.length === 0 ? ticket : (Object.assign({}, ticket, ...underWay) as DeskTicketDetail);
  return { shown, saving: underWay.length > 0, change };
};
