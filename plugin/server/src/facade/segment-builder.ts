import type { Policy, Theme } from '../../../contracts/accounts';
import { featureNames, policyKeys, standardSegment } from '../../../contracts/policy';
import type { FeatureName, FileType, PolicyKey, PolicyValues } from '../../../contracts/policy';
import { segmentChange, segmentCreation } from '../../../contracts/settings';
import type { PolicyChange } from '../../../contracts/settings';
import type { Priority } from '../../../contracts/tickets';
import { code } from '../audit/services/audit-log';
import { getService } from '../platform/get-service';
import { validate } from '../platform/validate';
import type { Strapi } from '../platform/domain';
import { toPolicy } from '../segments/resolve-policy';
import { policies, effectivePolicy } from '../segments/services/policies';
import { policyMemory } from '../segments/services/policy-memory';
import { segmentEditing } from '../segments/services/segment-editing';

/** What code sets for a segment; nothing holds before `save`. */
export interface SegmentBuilder {
  /** `prioritySupport`, or `priority_support`. Throws for a feature that nobody knows. */
  enableFeature(name: string): SegmentBuilder;
  disableFeature(name: string): SegmentBuilder;
  setTheme(mode: Theme): SegmentBuilder;
  /** `#3b3fb6`; one that cannot be read is refused by `save`, with the nearest that can. */
  setAccent(colour: string): SegmentBuilder;
  setLogoText(text: string): SegmentBuilder;
  /** In addition to those that its customers may send already. */
  allowFileTypes(types: readonly FileType[]): SegmentBuilder;
  /** In addition to those that its customers may choose already. */
  allowPriorities(priorities: readonly Priority[]): SegmentBuilder;
  /** `limit('maxFileSize', 20_000_000)`, `limit('rateLimiting.ticketsPerDay', 50)`; snake case will do. */
  limit(name: string, value: number): SegmentBuilder;
  inheritFrom(segment: string | null): SegmentBuilder;
  /** Makes the segment where there is none of its name; holds at once. Answers what now holds for its customers. */
  save(): Promise<Policy>;
}

const camel = (name: string): string => name.replace(/_([a-z])/g, (_dash, letter: string) => letter.toUpperCase());

const featureOf = (name: string): FeatureName => {
  const found = featureNames.find((each) => each === camel(name));
  if (!found) throw new Error(`There is no feature "${name}". There are: ${featureNames.join(', ')}.`);
  return found;
};
const limitOf = (name: string): PolicyKey => {
  const found = policyKeys.find((key) => key === `limits.${camel(name)}`);
  if (!found || found === 'limits.allowedFileTypes') throw new Error(`There is no limit "${name}". There are: ${policyKeys.filter((key) => key.startsWith('limits.') && key !== 'limits.allowedFileTypes').map((key) => key.slice('limits.'.length)).join(', ')}.`);
  return found;
};
const titleOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');

/** Begins to set things for the segment of a name. */
export const segmentBuilder = (strapi: Strapi, name: string): SegmentBuilder => {
  if (name === standardSegment) throw new Error('"standard" is what everybody has who belongs to no segment: it is set in config/plugins.ts or in Settings → Customer Portal.');
  const changes: PolicyChange = {};
  const more: { types: FileType[]; priorities: Priority[] } = { types: [], priorities: [] };
  let inherits: string | null | undefined;
  const editing = () => getService(strapi, 'segment-editing', segmentEditing);

  const widened = (values: PolicyValues): PolicyChange => ({
    ...(more.types.length > 0 ? { 'limits.allowedFileTypes': [...new Set([...values['limits.allowedFileTypes'], ...more.types])] } : {}),
    ...(more.priorities.length > 0 ? { priorities: [...new Set([...values.priorities, ...more.priorities])] } : {}),
  });
  const set = (change: PolicyChange): SegmentBuilder => {
    Object.assign(changes, change);
    return builder;
  };

  const builder: SegmentBuilder = {
    enableFeature: (feature) => set({ [`features.${featureOf(feature)}`]: true }),
    disableFeature: (feature) => set({ [`features.${featureOf(feature)}`]: false }),
    setTheme: (mode) => set({ 'theme.mode': mode }),
    setAccent: (colour) => set({ 'theme.accent': colour }),
    setLogoText: (text) => set({ 'theme.logoText': text }),
    limit: (limit, value) => set({ [limitOf(limit)]: value }),
    allowFileTypes(types) {
      more.types.push(...types);
      return builder;
    },
    allowPriorities(priorities) {
      more.priorities.push(...priorities);
      return builder;
    },
    inheritFrom(segment) {
      inherits = segment;
      return builder;
    },
    async save() {
      const isThere = getService(strapi, 'policy-memory', policyMemory).held().segments.has(name);
      if (!isThere) await editing().create(validate(segmentCreation, { name, title: titleOf(name), inherits: inherits ?? null }), code);
      const wanted = { ...changes, ...widened(getService(strapi, 'policies', policies).resolve(name).values) };
      await editing().update(name, validate(segmentChange, { changes: wanted, ...(inherits === undefined ? {} : { inherits }) }), code);
      return toPolicy(effectivePolicy(strapi, { segment: name }));
    },
  };
  return builder;
};
