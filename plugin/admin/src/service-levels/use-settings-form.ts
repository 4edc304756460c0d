import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { FieldError } from '../../../contracts/platform';
import type { DuePreview } from '../../../contracts/service-levels';
import { refusalOf, sayFieldError, sayRefusal } from '../desk/refusal';
import { useWords } from '../use-words';

/** A form of settings while it is filled in. */
export interface SettingsForm<Draft> {
  draft: Draft;
  busy: boolean;
  /** Whether the draft differs from what is saved. */
  modified: boolean;
  problem: string | null;
  preview: DuePreview | null;
  /** Says what is wrong at a path of what is saved, or below it, if anything is. */
  errorAt(...path: (string | number)[]): string | undefined;
  change(change: Partial<Draft>): void;
  save(): Promise<void>;
  /** Asks when a ticket sent now would be due, without saving. */
  look(): Promise<void>;
}
interface Ways<Draft> {
  save(draft: Draft): Promise<unknown>;
  preview(draft: Draft): Promise<DuePreview>;
}

/** Keeps a form of settings; after a refusal everything stays as typed, with what is wrong at its place. */
export const useSettingsForm = <Draft>(initial: Draft, ways: Ways<Draft>): SettingsForm<Draft> => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const [draft, setDraft] = useState(initial);
  const [saved, setSaved] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [preview, setPreview] = useState<DuePreview | null>(null);

  const change = useCallback((part: Partial<Draft>): void => {
    // The server's errors count places, which may be others now.
    setErrors([]);
    setDraft((before) => ({ ...before, ...part }));
  }, []);
  const errorAt: SettingsForm<Draft>['errorAt'] = (...steps) => {
    const path = steps.join('.');
    const error = errors.find((each) => each.path === path || each.path.startsWith(`${path}.`));
    return error && sayFieldError(error, say);
  };
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    setErrors([]);
    try {
      await work();
    } catch (error) {
      setErrors(refusalOf(error).fields);
      setProblem(sayRefusal(error, say));
      toggleNotification({ type: 'danger', message: sayRefusal(error, say) });
    } finally {
      setBusy(false);
    }
  };
  const look = (): Promise<void> => attempt(async () => setPreview(await ways.preview(draft)));
  const save = (): Promise<void> =>
    attempt(async () => {
      await ways.save(draft);
      setSaved(draft);
      toggleNotification({ type: 'success', message: say('levels.saved') });
    });
  const modified = JSON.stringify(draft) !== JSON.stringify(saved);
  return { draft, busy, modified, problem, preview, errorAt, change, save, look };
};
