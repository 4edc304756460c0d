import { z } from 'zod';
import { themes } from './accounts';
import type { Theme } from './accounts';
import { priorities } from './tickets';

/** Everything that can be switched for all, or for a segment. */
export const featureNames = ['ticketSubmission', 'fileUploads', 'knowledgeBase', 'writtenAnswers', 'liveChat', 'emailReplies', 'prioritySupport'] as const;
export type FeatureName = (typeof featureNames)[number];
/** Switches whose feature is not built yet: whatever they say, nobody is promised anything. */
export const featuresToCome: readonly FeatureName[] = ['liveChat'];

/** Files that can be told by their content; others are never taken. */
export const fileTypes = ['pdf', 'jpg', 'jpeg', 'png', 'gif', 'webp', 'doc', 'docx', 'xlsx', 'zip', 'rar'] as const;
export type FileType = (typeof fileTypes)[number];

/** The name of those who belong to no segment. */
export const standardSegment = 'standard';
/** `#` and six hexadecimal digits, or nothing for the portal's own colour. */
export const accentColour = z.string().toLowerCase().regex(/^(#[0-9a-f]{6})?$/, 'must be a colour such as #3b3fb6, or empty for the portal’s own');
const logoText = z.string().trim().max(60).refine((value) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value), { params: { rule: 'malformed' } });
const whole = (least: number, most: number) => z.number().int().min(least).max(most);

/** Every key of the policy, with what it may be. A new promise to segments is a line here, a base value and its enforcement. */
export const policyShape = {
  'features.ticketSubmission': z.boolean(),
  'features.fileUploads': z.boolean(),
  'features.knowledgeBase': z.boolean(),
  'features.writtenAnswers': z.boolean(),
  'features.liveChat': z.boolean(),
  'features.emailReplies': z.boolean(),
  'features.prioritySupport': z.boolean(),
  priorities: z.array(z.enum(priorities)).min(1).max(priorities.length),
  /** Bytes. */
  'limits.maxFileSize': whole(1, 1_073_741_824),
  'limits.allowedFileTypes': z.array(z.enum(fileTypes, { error: `must be one of ${fileTypes.join(', ')}` })).max(50),
  'limits.maxFilesPerMessage': whole(1, 20),
  'limits.reopenWindowDays': whole(0, 3650),
  'limits.rateLimiting.ticketsPerDay': whole(1, 1_000_000),
  'limits.rateLimiting.commentsPerHour': whole(1, 1_000_000),
  'limits.rateLimiting.answersPerDay': whole(1, 1_000_000),
  'theme.mode': z.enum(themes),
  'theme.accent': accentColour,
  'theme.logoText': logoText,
};
export type PolicyKey = keyof typeof policyShape;
export const policyKeys = Object.keys(policyShape) as PolicyKey[];

/** A value for each key. */
export type PolicyValues = { [Key in PolicyKey]: z.output<(typeof policyShape)[Key]> };
/** What a segment, or an admin for all, sets otherwise. Keys that are not named are inherited. */
export const policyOverrides = z.strictObject(policyShape).partial();
export type PolicyOverrides = { [Key in PolicyKey]?: PolicyValues[Key] | undefined };

/** Where a value comes from: the plugin, config/plugins.ts, the settings for all, or a segment. */
export interface PolicySource {
  from: 'default' | 'config' | 'settings' | 'segment';
  segment: string | null;
}

/** How the portal looks to somebody. */
export interface PolicyTheme {
  mode: Theme;
  /** The name in the header and in mails. */
  name: string;
  /** Names the stylesheet of the colours (`/support/theme/<palette>.css`); null for the portal's own. */
  palette: string | null;
}

/** What a plugin without configuration does. */
export const policyDefaults: PolicyValues = {
  'features.ticketSubmission': true,
  'features.fileUploads': true,
  'features.knowledgeBase': true,
  'features.writtenAnswers': false,
  'features.liveChat': false,
  'features.emailReplies': true,
  'features.prioritySupport': false,
  priorities: ['low', 'normal', 'high'],
  'limits.maxFileSize': 10_485_760,
  'limits.allowedFileTypes': ['pdf', 'jpg', 'png', 'doc', 'docx'],
  'limits.maxFilesPerMessage': 10,
  'limits.reopenWindowDays': 14,
  'limits.rateLimiting.ticketsPerDay': 10,
  'limits.rateLimiting.commentsPerHour': 20,
  'limits.rateLimiting.answersPerDay': 20,
  'theme.mode': 'auto',
  'theme.accent': '',
  'theme.logoText': '',
};
