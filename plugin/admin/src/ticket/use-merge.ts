import { useEffect, useState } from 'react';
import type { DeskTicketDetail } from '../../../contracts/desk';
import type { MergePreview } from '../../../contracts/merging';
import { mergeTicket, previewMerge } from '../desk/client';
import { refusalOf, sayRefusal } from '../desk/refusal';
import { useWords } from '../use-words';

/** Stands for a ticket that is none of the requester's, whose number is typed. */
export const elsewhere = 'elsewhere';
const wholeNumber = /^R-[0-9A-Z]{6}$/;

/** A merge while it is prepared: where to, what it would do, and whether the agent said that he knows who reads what. */
export interface Merge {
  chosen: string;
  choose(reference: string): void;
  typed: string;
  type(text: string): void;
  preview: MergePreview | null;
  problem: string | null;
  confirmed: boolean;
  confirm(is: boolean): void;
  merge(): Promise<void>;
}

/** Looks again whenever something else is chosen, and when what was looked at does not hold any more. */
export const useMerge = ({ reference, requesterTickets }: DeskTicketDetail, onMerged: (into: string) => void): Merge => {
  const say = useWords();
  const [chosen, choose] = useState(requesterTickets[0]?.reference ?? elsewhere);
  const [typed, type] = useState('');
  const [looks, setLooks] = useState(0);
  const [preview, setPreview] = useState<MergePreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [confirmed, confirm] = useState(false);
  const number = typed.trim().toUpperCase();
  const into = chosen === elsewhere ? (wholeNumber.test(number) ? number : '') : chosen;

  useEffect(() => {
    const aborter = new AbortController();
    setPreview(null);
    confirm(false);
    if (into === '') return;
    previewMerge(reference, into, aborter.signal).then(
      (found) => !aborter.signal.aborted && setPreview(found),
      (error: unknown) => !aborter.signal.aborted && setProblem(sayRefusal(error, say)),
    );
    return () => aborter.abort();
  }, [reference, into, looks, say]);

  /** What was wrong with one choice says nothing of another. */
  const anew = <Value,>(set: (value: Value) => void) => (value: Value): void => {
    setProblem(null);
    setLooks(0);
    set(value);
  };

  const merge = async (): Promise<void> => {
    try {
      await mergeTicket(reference, into, preview?.confirmation ?? null);
      onMerged(into);
    } catch (error) {
      setProblem(sayRefusal(error, say));
      if (refusalOf(error).code === 'merge_unconfirmed') setLooks((before) => before + 1);
    }
  };
  return { chosen, choose: anew(choose), typed, type: anew(type), preview, problem, confirmed, confirm, merge };
};
