import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { DeskTicket } from '../../../contracts/desk';
import { useShortcuts } from '../desk/use-shortcuts';
import { ticketPath } from '../places';
import type { Selection } from './use-selection';

const rowOf = (reference: string): HTMLElement | null => document.querySelector(`[data-reference="${CSS.escape(reference)}"] a`);
const focusSearch = (): void => document.querySelector<HTMLInputElement>('input[name="_q"]')?.focus();

/** Moves through the list by keys. The link of the present row has the focus, so that screen readers say it. */
export const useListKeys = (tickets: DeskTicket[], selection: Selection, onHelp: () => void): string | null => {
  const navigate = useNavigate();
  const [cursor, setCursor] = useState<string | null>(null);
  const at = tickets.findIndex(({ reference }) => reference === cursor);
  const move = (by: 1 | -1): void => {
    const next = tickets[Math.min(tickets.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    if (!next) return;
    setCursor(next.reference);
    rowOf(next.reference)?.focus();
  };
  useEffect(() => {
    const onFocus = (event: FocusEvent): void => {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-reference]') : null;
      if (row?.dataset.reference) setCursor(row.dataset.reference);
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
  const current = tickets[at];
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => current && navigate(ticketPath(current.reference)),
    x: () => current && selection.toggle(current.reference),
    '/': focusSearch,
    '?': onHelp,
  });
  return current?.reference ?? null;
};
