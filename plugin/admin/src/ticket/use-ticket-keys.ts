import { useAuth } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import type { DeskTicketDetail } from '../../../contracts/desk';
import { besideInTrail, trailSearch } from '../desk/trail';
import type { Rights } from '../desk/use-rights';
import { useShortcuts } from '../desk/use-shortcuts';
import { inboxPath, ticketPath } from '../places';
import type { Composition } from './use-composer';
import type { ChangeTicket } from './use-ticket-change';

/** The list as it was left. */
const listPath = (): string => `${inboxPath}${trailSearch()}`;

/** Goes to the ticket beside this one in the list, or to the list at its ends. */
export const useNextTicket = (reference: string): ((by: 1 | -1) => void) => {
  const navigate = useNavigate();
  return (by) => {
    const beside = besideInTrail(reference, by);
    navigate(beside ? ticketPath(beside) : listPath());
  };
};

// The tab has to show before its field can have the focus.
const focusField = (name: string): void => void requestAnimationFrame(() => document.querySelector<HTMLElement>(`textarea[name="${name}"]`)?.focus());

/** What the keys do on a ticket. */
export const useTicketKeys = (ticket: DeskTicketDetail, rights: Rights, composition: Composition, change: ChangeTicket, onHelp: () => void): void => {
  const navigate = useNavigate();
  const move = useNextTicket(ticket.reference);
  const user = useAuth('useTicketKeys', (state) => state.user);
  const me = { id: Number(user?.id), name: [user?.firstname, user?.lastname].filter(Boolean).join(' ') };
  const write = (tab: 'reply' | 'note'): void => {
    if (!rights[tab]) return;
    composition.show(tab);
    focusField(tab);
  };
  useShortcuts({
    r: () => write('reply'),
    n: () => write('note'),
    a: () => void (rights.assign && ticket.assignee?.id !== me.id && change({ assignee: me.id }, { assignee: me })),
    e: () => void (rights.update && ticket.state !== 'closed' && change({ state: 'closed' }, { state: 'closed' })),
    j: () => move(1),
    k: () => move(-1),
    'g i': () => navigate(listPath()),
    '?': onHelp,
  });
};
