import { useState } from 'react';
import type { FieldError } from '../../../contracts/platform';
import type { SegmentChange, SegmentRule, SegmentSettings } from '../../../contracts/settings';
import { sayFieldError } from '../desk/refusal';
import { useWords } from '../use-words';
import { placeOf } from './FaultSummary';
import type { Fault } from './FaultSummary';

/** A segment's name and rules while they are edited; one domain a line. */
export interface BasicsDraft {
  title: string;
  inherits: string | null;
  domains: string;
  organisations: number[];
}
export type BasicsField = keyof BasicsDraft;
export interface Basics {
  draft: BasicsDraft;
  modified: boolean;
  change(part: Partial<BasicsDraft>): void;
  /** What is to be sent: what is refused of it is wrong only until it is changed. */
  send(): Partial<SegmentChange>;
  /** Takes what is saved now in place of what was typed. */
  reset(segment: SegmentSettings): void;
  /** What is wrong at a field, of what a save was refused for. */
  errorAt(field: BasicsField, errors: FieldError[]): string | undefined;
  faults(errors: FieldError[]): Fault[];
}

const draftOf = ({ title, inherits, rules }: SegmentSettings): BasicsDraft => ({
  title,
  inherits,
  domains: rules.flatMap((rule) => (rule.kind === 'domain' ? [rule.domain] : [])).join('\n'),
  organisations: rules.flatMap((rule) => (rule.kind === 'organisation' ? [rule.organisation] : [])),
});

/** One domain a line, with or without `@`. */
export const domainsIn = (typed: string): string[] => typed.split(/[\s,;]+/).map((each) => each.replace(/^@/, '')).filter((each) => each !== '');

const basicsChange = ({ title, inherits, domains, organisations }: BasicsDraft): Partial<SegmentChange> => {
  const rules: SegmentRule[] = [...domainsIn(domains).map((domain) => ({ kind: 'domain' as const, domain })), ...organisations.map((organisation) => ({ kind: 'organisation' as const, organisation }))];
  return { title, inherits, rules };
};

const fieldOf = ({ path }: FieldError, domains: string[]): BasicsField | null => {
  const [first, index] = path.split('.');
  if (first === 'title' || first === 'inherits') return first;
  return first === 'rules' ? (index === undefined || Number(index) < domains.length ? 'domains' : 'organisations') : null;
};
const labels = { title: 'segments.title', inherits: 'segments.inheritsFrom', domains: 'segments.domains', organisations: 'settings.organisations' } as const;

/** Keeps what was typed of a segment. */
export const useSegmentBasics = (segment: SegmentSettings): Basics => {
  const say = useWords();
  const [saved, setSaved] = useState(() => draftOf(segment));
  const [draft, setDraft] = useState(saved);
  const [sent, setSent] = useState(saved);
  const domains = domainsIn(sent.domains);
  const errorAt: Basics['errorAt'] = (field, errors) => {
    const error = errors.find((each) => fieldOf(each, domains) === field);
    if (!error || JSON.stringify(draft[field]) !== JSON.stringify(sent[field])) return undefined;
    if (field === 'inherits' && error.message.includes('→')) return say('segments.circle');
    const wrong = field === 'domains' ? domains[Number(error.path.split('.')[1])] : undefined;
    return wrong === undefined ? sayFieldError(error, say) : say('segments.noDomain', { name: wrong });
  };
  return {
    draft,
    modified: JSON.stringify(basicsChange(draft)) !== JSON.stringify(basicsChange(saved)),
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    send() {
      setSent(draft);
      return basicsChange(draft);
    },
    reset(now) {
      setSaved(draftOf(now));
      setDraft(draftOf(now));
    },
    errorAt,
    faults: (errors) =>
      (Object.keys(labels) as BasicsField[]).flatMap((field) => {
        const error = errorAt(field, errors);
        return error ? [{ id: placeOf(field), label: say(labels[field]), error }] : [];
      }),
  };
};
