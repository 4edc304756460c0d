import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { PolicyKey } from '../../../contracts/policy';
import type { PolicyChange, PolicyLine, ShownSource } from '../../../contracts/settings';
import type { FieldError } from '../../../contracts/platform';
import { refusalOf, sayFieldError, sayRefusal } from '../desk/refusal';
import { useWords } from '../use-words';

/** A key with what its field shows now, saved or not. */
export interface ShownLine {
  line: PolicyLine;
  value: PolicyLine['value'];
  source: ShownSource | 'unsaved';
  /** “Use the default” takes something back. */
  overridden: boolean;
  error: string | undefined;
}
/** Overrides while they are edited. */
export interface PolicyForm {
  changes: PolicyChange;
  saving: boolean;
  problem: string | null;
  shown(key: PolicyKey): ShownLine | undefined;
  set(key: PolicyKey, value: unknown): void;
  /** Takes an override back, or what was typed. */
  drop(key: PolicyKey): void;
  /** True when it is saved. */
  save(): Promise<boolean>;
}

const sourceOf = (line: PolicyLine, given: unknown): ShownLine['source'] => (given === undefined ? line.source : given === null ? line.inheritedSource : 'unsaved');
const valueOf = (line: PolicyLine, given: unknown): PolicyLine['value'] => (given === undefined ? line.value : given === null ? line.inherited : (given as PolicyLine['value']));

/** Keeps what was changed of the policy; `send` saves it and brings the lines anew. */
export const usePolicyForm = (lines: PolicyLine[], send: (changes: PolicyChange) => Promise<unknown>): PolicyForm => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const [changes, setChanges] = useState<PolicyChange>({});
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [errors, setErrors] = useState<FieldError[]>([]);

  const put = (key: PolicyKey, value: unknown): void => setChanges((before) => ({ ...before, [key]: value }));
  const shown = (key: PolicyKey): ShownLine | undefined => {
    const line = lines.find((each) => each.key === key);
    if (!line) return undefined;
    const given: unknown = changes[key];
    const error = errors.find(({ path }) => `${path}.`.startsWith(['changes', key, ''].join('.')));
    return { line, value: valueOf(line, given), source: sourceOf(line, given), overridden: given === undefined ? line.overridden : given !== null, error: error && sayFieldError(error, say) };
  };
  const drop = (key: PolicyKey): void => {
    const isSaved = lines.find((each) => each.key === key)?.overridden;
    if (isSaved) return put(key, null);
    setChanges((before) => ({ ...before, [key]: undefined }));
  };
  const save = async (): Promise<boolean> => {
    setSaving(true);
    setProblem(null);
    setErrors([]);
    try {
      await send(changes);
      setChanges({});
      toggleNotification({ type: 'success', message: say('settings.saved') });
      return true;
    } catch (error) {
      setErrors(refusalOf(error).fields);
      setProblem(sayRefusal(error, say));
      return false;
    } finally {
      setSaving(false);
    }
  };
  return { changes, saving, problem, shown, set: put, drop, save };
};
