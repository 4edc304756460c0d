import type { SegmentRule, ShadowedRule } from '../../../contracts/settings';

/** What rules look at. */
export interface Person {
  email: string;
  organisationId: number | null;
}
/** A segment with its rules, of a list in the order in which they are asked. */
export interface Ruled {
  name: string;
  rules: SegmentRule[];
}

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();
const fits = (rule: SegmentRule, { email, organisationId }: Person): boolean => (rule.kind === 'domain' ? domainOf(email) === rule.domain : organisationId === rule.organisation);

/** The first segment one of whose rules fits, or null. */
export const segmentByRule = (segments: readonly Ruled[], person: Person): string | null => segments.find(({ rules }) => rules.some((rule) => fits(rule, person)))?.name ?? null;
/** The rule of a segment that takes somebody in, or null. */
export const fittingRule = ({ rules }: Pick<Ruled, 'rules'>, person: Person): SegmentRule | null => rules.find((rule) => fits(rule, person)) ?? null;

const nameOf = (rule: SegmentRule): string => (rule.kind === 'domain' ? `@${rule.domain}` : `#${rule.organisation}`);

/** Rules that another segment, which is asked before, has as well: there the order decides. */
export const shadowedRules = (segments: readonly Ruled[], name: string): ShadowedRule[] => {
  const index = segments.findIndex((each) => each.name === name);
  return (segments[index]?.rules ?? []).flatMap((rule) => {
    const before = segments.slice(0, index).find(({ rules }) => rules.some((other) => nameOf(other) === nameOf(rule)));
    return before ? [{ rule, by: before.name }] : [];
  });
};
