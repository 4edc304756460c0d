import { z } from 'zod';
import { emailDomain } from './accounts';
import { featureNames, policyShape, segmentKeys } from './policy';
import type { FeatureName, PolicyOverrides } from './policy';
import { segmentName } from './settings';

const features = Object.fromEntries(featureNames.map((name) => [name, policyShape[`features.${name}`]])) as Record<FeatureName, z.ZodBoolean>;

/** A segment as config/plugins.ts has it: the keys of the configuration itself, only those that differ. */
export const configuredSegment = z.strictObject({
  title: z.string().trim().min(1).max(60).optional(),
  inherits: segmentName.nullable().default(null),
  /** Domains of e-mail addresses that belong to it. */
  domains: z.array(emailDomain).max(50).default([]),
  features: z.strictObject(features).partial().default({}),
  priorities: policyShape.priorities.optional(),
  limits: z
    .strictObject({
      maxFileSize: policyShape['limits.maxFileSize'],
      allowedFileTypes: policyShape['limits.allowedFileTypes'],
      maxFilesPerMessage: policyShape['limits.maxFilesPerMessage'],
      reopenWindowDays: policyShape['limits.reopenWindowDays'],
      rateLimiting: z
        .strictObject({
          ticketsPerDay: policyShape['limits.rateLimiting.ticketsPerDay'],
          commentsPerHour: policyShape['limits.rateLimiting.commentsPerHour'],
          searchesPerMinute: policyShape['limits.rateLimiting.searchesPerMinute'],
          uploadsPerHour: policyShape['limits.rateLimiting.uploadsPerHour'],
          sharesPerDay: policyShape['limits.rateLimiting.sharesPerDay'],
          answersPerDay: policyShape['limits.rateLimiting.answersPerDay'],
        })
        .partial(),
    })
    .partial()
    .default({}),
  notifications: z.strictObject({ page: policyShape['notifications.page'], mail: policyShape['notifications.mail'], digest: policyShape['notifications.digest'], push: policyShape['notifications.push'] }).partial().default({}),
  authentication: z.strictObject({ requireSecondFactor: policyShape['authentication.requireSecondFactor'] }).partial().default({}),
  theme: z.strictObject({ mode: policyShape['theme.mode'], accent: policyShape['theme.accent'], logoText: policyShape['theme.logoText'] }).partial().default({}),
});
type ConfiguredSegment = z.input<typeof configuredSegment>;

const inheritsWhatIsThere = (segments: Record<string, { inherits: string | null }>): boolean => Object.values(segments).every(({ inherits }) => inherits === null || inherits in segments);

/** `segments` of the configuration, by name. */
export const configuredSegments = z
  .record(segmentName, configuredSegment)
  .refine(inheritsWhatIsThere, 'must inherit from a segment that is configured here as well, or from null')
  .describe('kinds of customers and what differs for them ([below](#segments-and-the-effective-policy))') as unknown as z.ZodType<Record<string, ConfiguredSegment>>;

/** One of them, with what it overrides by key of the policy. */
export interface FileSegment {
  name: string;
  title: string;
  inherits: string | null;
  domains: string[];
  overrides: PolicyOverrides;
}

const at = (value: unknown, path: string): unknown => path.split('.').reduce<unknown>((inside, part) => (inside as Record<string, unknown> | undefined)?.[part], value);

/** The segments of a configuration that was checked, in its order. */
export const fileSegmentsOf = (given: unknown): FileSegment[] =>
  Object.entries((given ?? {}) as Record<string, unknown>).map(([name, each]) => {
    const { title, inherits, domains, ...rest } = configuredSegment.parse(each);
    const set = segmentKeys.flatMap((key) => (at(rest, key) === undefined ? [] : [[key, at(rest, key)]]));
    return { name, title: title ?? name, inherits, domains, overrides: Object.fromEntries(set) as PolicyOverrides };
  });

/** The names of a circle in which segments would inherit from themselves, from the first back to it; null when there is none. */
export const circleIn = (segments: readonly { name: string; inherits: string | null }[]): string[] | null => {
  const next = new Map(segments.map(({ name, inherits }) => [name, inherits]));
  for (const { name } of segments) {
    const path = [name];
    for (let step = next.get(name) ?? null; step !== null && path.length <= segments.length; step = next.get(step) ?? null) {
      path.push(step);
      if (step === name) return path;
    }
  }
  return null;
};

/** The same for a configuration that was checked. */
export const circleOf = (given: unknown): string[] | null => circleIn(fileSegmentsOf(given));
