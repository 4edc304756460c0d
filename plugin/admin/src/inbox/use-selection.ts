import { useCallback, useEffect, useRef, useState } from 'react';
import type { DeskTicket } from '../../../contracts/desk';

/** Which tickets of the list are chosen. */
export interface Selection {
  chosen: string[];
  has(reference: string): boolean;
  /** Turns one over; with `through` all from the last one that was turned over as well. */
  toggle(reference: string, through?: boolean): void;
  toggleAll(): void;
  clear(): void;
}

/** What is no longer in the list is no longer chosen. */
export const useSelection = (tickets: DeskTicket[]): Selection => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const shown = tickets.map(({ reference }) => reference);
  const key = shown.join();
  useEffect(() => setChosen((before) => new Set([...before].filter((each) => key.split(',').includes(each)))), [key]);

  const toggle = (reference: string, through = false): void => {
    const [from, to] = [shown.indexOf(last.current ?? ''), shown.indexOf(reference)];
    const span = through && from >= 0 ? shown.slice(Math.min(from, to), Math.max(from, to) + 1) : [reference];
    const on = !chosen.has(reference);
    last.current = reference;
    setChosen((before) => new Set(on ? [...before, ...span] : [...before].filter((each) => !span.includes(each))));
  };
  const clear = useCallback(() => setChosen(new Set()), []);
  const toggleAll = (): void => setChosen(chosen.size === shown.length ? new Set() : new Set(shown));
  return { chosen: shown.filter((each) => chosen.has(each)), has: (reference) => chosen.has(reference), toggle, toggleAll, clear };
};
