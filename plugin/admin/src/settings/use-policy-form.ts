import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { PolicyKey } from '../../../contracts/policy';
import type { PolicyChange, PolicyLine } from '../../../contracts/settings';
import type { FieldError } from '../../../contracts/platform';
import { refusalOf, sayRefusal } from '../desk/refusal';
import { useWords } from '../use-words';
import { placeOf } from './FaultSummary';
import type { Fault } from './FaultSummary';
import { faultHere, sayPolicyFault } from './policy-faults';

/** A key with what its field shows now, saved or not. */
export interface ShownLine {
  line: PolicyLine;
  value: PolicyLine['value'];
  source: PolicyLine['source'];
  /** Changed here, be it that an override is taken back. */
  unsaved: boolean;
  /** Differs from what is inherited, or did until it is saved: there is something to take back. */
  overridden: boolean;
  error: string | undefined;
}
/** Overrides while they are edited. */
export interface PolicyForm {
  saving: boolean;
  modified: boolean;
  problem: string | null;
  /** How often saving was refused. */
  refusals: number;
  faults: Fault[];
  /** What the last refusal named, for fields beside those of the policy. */
  errors: FieldError[];
  /** The name that the portal has where none is set. */
  brand: string;
  shown(key: PolicyKey): ShownLine | undefined;
  set(key: PolicyKey, value: unknown): void;
  /** Takes an override back, or what was typed. */
  drop(key: PolicyKey): void;
  /** True when it is saved. */
  save(): Promise<boolean>;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const valueOf = (line: PolicyLine, given: unknown): PolicyLine['value'] => (given === undefined ? line.value : given === null ? line.inherited : (given as PolicyLine['value']));
const isOf = (key: PolicyKey, { path }: FieldError): boolean => `${path}.`.startsWith(['changes', key, ''].join('.'));

/** Sends what was changed; what was refused stays as it was typed, and is said at the top, in passing and at its field. */
const useSaving = (send: (changes: PolicyChange) => Promise<unknown>) => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [refusals, setRefusals] = useState(0);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const refuse = (message: string, fields: FieldError[]): false => {
    setErrors(fields);
    setProblem(message);
    setRefusals((before) => before + 1);
    toggleNotification({ type: 'danger', message });
    return false;
  };
  const save = async (changes: PolicyChange, hasFaults: boolean): Promise<boolean> => {
    if (hasFaults) return refuse(say('refusal.validation_failed'), []);
    setProblem(null);
    setErrors([]);
    setSaving(true);
    try {
      await send(changes);
      toggleNotification({ type: 'success', message: say('settings.saved') });
      return true;
    } catch (error) {
      return refuse(sayRefusal(error, say), refusalOf(error).fields);
    } finally {
      setSaving(false);
    }
  };
  const mended = (key: PolicyKey): void => setErrors((before) => before.filter((each) => !isOf(key, each)));
  return { saving, problem, refusals, errors, save, mended };
};

/** Keeps what was changed of the policy; `send` saves it and brings the lines anew. */
export const usePolicyForm = (lines: PolicyLine[], brand: string, send: (changes: PolicyChange) => Promise<unknown>): PolicyForm => {
  const say = useWords();
  const [changes, setChanges] = useState<Partial<Record<PolicyKey, unknown>>>({});
  const { save, mended, errors, ...state } = useSaving(send);
  const lineOf = (key: PolicyKey): PolicyLine | undefined => lines.find((each) => each.key === key);

  const put = (key: PolicyKey, value: unknown): void => {
    mended(key);
    setChanges(({ [key]: _before, ...rest }) => (value === undefined || same(value, lineOf(key)?.value) ? rest : { ...rest, [key]: value }));
  };
  const errorOf = (key: PolicyKey): string | undefined => {
    const error = errors.find((each) => isOf(key, each));
    return faultHere(key, changes[key], say) ?? (error && sayPolicyFault(key, error, say));
  };
  const shown = (key: PolicyKey): ShownLine | undefined => {
    const line = lineOf(key);
    if (!line) return undefined;
    const given = changes[key];
    return { line, value: valueOf(line, given), source: given === null ? line.inheritedSource : line.source, unsaved: given !== undefined, overridden: given === undefined ? line.overridden : given !== null, error: errorOf(key) };
  };
  const faults = lines.flatMap(({ key }) => {
    const error = errorOf(key);
    return error ? [{ id: placeOf(key), label: say(`policy.${key}`), error }] : [];
  });
  const saveAll = async (): Promise<boolean> => {
    const hasFaults = lines.some(({ key }) => faultHere(key, changes[key], say));
    const done = await save(changes as PolicyChange, hasFaults);
    if (done) setChanges({});
    return done;
  };
  return { ...state, modified: Object.keys(changes).length > 0, faults, errors, brand, shown, set: put, drop: (key) => put(key, lineOf(key)?.overridden ? null : undefined), save: saveAll };
};
