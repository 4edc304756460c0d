import { useState } from 'react';
import type { SegmentChange, SegmentRule, SegmentSettings } from '../../../contracts/settings';

/** A segment's name and rules while they are edited; one domain a line. */
export interface BasicsDraft {
  title: string;
  inherits: string | null;
  domains: string;
  organisations: number[];
}
export interface Basics {
  draft: BasicsDraft;
  change(part: Partial<BasicsDraft>): void;
}

const draftOf = ({ title, inherits, rules }: SegmentSettings): BasicsDraft => ({
  title,
  inherits,
  domains: rules.flatMap((rule) => (rule.kind === 'domain' ? [rule.domain] : [])).join('\n'),
  organisations: rules.flatMap((rule) => (rule.kind === 'organisation' ? [rule.organisation] : [])),
});

/** One domain a line, with or without `@`. */
export const domainsIn = (typed: string): string[] => typed.split(/[\s,;]+/).map((each) => each.replace(/^@/, '')).filter((each) => each !== '');

/** What is saved of a draft. */
export const basicsChange = ({ title, inherits, domains, organisations }: BasicsDraft): Partial<SegmentChange> => {
  const rules: SegmentRule[] = [...domainsIn(domains).map((domain) => ({ kind: 'domain' as const, domain })), ...organisations.map((organisation) => ({ kind: 'organisation' as const, organisation }))];
  return { title, inherits, rules };
};

/** Keeps what was typed of a segment. */
export const useSegmentBasics = (segment: SegmentSettings): Basics => {
  const [draft, setDraft] = useState(() => draftOf(segment));
  return { draft, change: (part) => setDraft((before) => ({ ...before, ...part })) };
};
