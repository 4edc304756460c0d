import { useState } from 'react';
import type { FieldError } from '../../../contracts/platform';
import { refusalOf, sayFieldError, sayRefusal } from './refusal';
import { useWords } from '../use-words';

/** One sending of a form: busy meanwhile, and what was wrong with it. */
export interface Sending {
  busy: boolean;
  problem: string | null;
  errorAt(path: string): string | undefined;
  /** True once it was taken. */
  send(work: () => Promise<unknown>): Promise<boolean>;
}

/** Sends a form once at a time and keeps what was refused. */
export const useRefusals = (): Sending => {
  const say = useWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const errorAt = (path: string): string | undefined => {
    const error = errors.find((each) => each.path === path || each.path.startsWith(`${path}.`));
    return error && sayFieldError(error, say);
  };
  const send = async (work: () => Promise<unknown>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setProblem(null);
    setErrors([]);
    try {
      await work();
      return true;
    } catch (error) {
      setErrors(refusalOf(error).fields);
      setProblem(sayRefusal(error, say));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, errorAt, send };
};
