import { z } from 'zod';
import { email, emailDomain, leastPassword, themes } from './accounts';
import type { Theme } from './accounts';
import { priorities } from './tickets';

/** Everything that can be switched for all, or for a segment. */
export const featureNames = ['ticketSubmission', 'fileUploads', 'knowledgeBase', 'writtenAnswers', 'liveChat', 'emailReplies', 'prioritySupport', 'organisationRequests', 'organisationReplies'] as const;
export type FeatureName = (typeof featureNames)[number];
/** Switches whose feature is not built yet: whatever they say, nobody is promised anything. */
export const featuresToCome: readonly FeatureName[] = [];

/**
 * What customers are told of: their request arrived, support answered, another customer wrote, it was solved,
 * closed or opened again, somebody added them to a request, an incident that they follow has news.
 */
export const notificationKinds = ['received', 'reply', 'message', 'solved', 'added', 'incident'] as const;
export type NotificationKind = (typeof notificationKinds)[number];
const kinds = z.array(z.enum(notificationKinds, { error: `must be one of ${notificationKinds.join(', ')}` })).max(notificationKinds.length);

/** Files that can be told by their content; others are never taken. */
export const fileTypes = ['pdf', 'jpg', 'jpeg', 'png', 'gif', 'webp', 'doc', 'docx', 'xlsx', 'zip', 'rar'] as const;
export type FileType = (typeof fileTypes)[number];

/** The portal's own accent, in the light theme: site/src/styles/tokens.css, which a test compares. */
export const ownAccent = '#334fb8';
/** The name of those who belong to no segment. */
export const standardSegment = 'standard';
/** `#` and six hexadecimal digits, or nothing for the portal's own colour. */
export const accentColour = z.string().toLowerCase().regex(/^(#[0-9a-f]{6})?$/, 'must be a colour such as #334fb8, or empty for the portal’s own');
const logoText = z.string().trim().max(60).refine((value) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value), { params: { rule: 'malformed' } });
const whole = (least: number, most: number) => z.number().int().min(least).max(most);

/** What may differ by segment. A new promise to segments is a line here, a base value and its enforcement. */
export const segmentShape = {
  'features.ticketSubmission': z.boolean(),
  'features.fileUploads': z.boolean(),
  'features.knowledgeBase': z.boolean(),
  'features.writtenAnswers': z.boolean(),
  'features.liveChat': z.boolean(),
  'features.emailReplies': z.boolean(),
  'features.prioritySupport': z.boolean(),
  /** Reads what others of his organisation sent. */
  'features.organisationRequests': z.boolean(),
  /** Replies there too; nothing without the one above. */
  'features.organisationReplies': z.boolean(),
  priorities: z.array(z.enum(priorities)).min(1).max(priorities.length),
  /** Bytes. */
  'limits.maxFileSize': whole(1, 1_073_741_824),
  'limits.allowedFileTypes': z.array(z.enum(fileTypes, { error: `must be one of ${fileTypes.join(', ')}` })).max(50),
  'limits.maxFilesPerMessage': whole(1, 20),
  'limits.reopenWindowDays': whole(0, 3650),
  'limits.rateLimiting.ticketsPerDay': whole(1, 1_000_000),
  'limits.rateLimiting.commentsPerHour': whole(1, 1_000_000),
  'limits.rateLimiting.answersPerDay': whole(1, 1_000_000),
  /** Looks for answers, those beside a form that is being written included. */
  'limits.rateLimiting.searchesPerMinute': whole(1, 1_000_000),
  'limits.rateLimiting.uploadsPerHour': whole(1, 1_000_000),
  /** People added and links made. */
  'limits.rateLimiting.sharesPerDay': whole(1, 1_000_000),
  /** Chats begun, and messages in them; guests count as the standard segment. */
  'limits.rateLimiting.chatsPerHour': whole(1, 1_000_000),
  'limits.rateLimiting.chatMessagesPerMinute': whole(1, 1_000_000),
  /** Of whoever chose nothing himself: what stands on the notifications page, is mailed at once, is in the daily digest, is told by browsers that he allowed it. */
  'notifications.page': kinds,
  'notifications.mail': kinds,
  'notifications.digest': kinds,
  'notifications.push': kinds,
  /** Nobody does anything without an app for codes or a passkey; whoever has none is led to setting one up. */
  'authentication.requireSecondFactor': z.boolean(),
  'theme.mode': z.enum(themes),
  'theme.accent': accentColour,
  'theme.logoText': logoText,
};

const noControls = (value: string): boolean => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value);
/** `support@example.com`, or `Help desk <support@example.com>`. Mail servers of a house of their own may have no dot. */
export const sender = z
  .string()
  .trim()
  .max(200)
  .regex(/^(?:[^<>]+<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/, 'must be an address such as support@example.com, or a name before it: Help desk <support@example.com>')
  .refine(noControls, { message: 'must be one line', params: { rule: 'malformed' } });
const footer = z.string().trim().max(500).refine((value) => noControls(value.replaceAll('\n', ' ')), { message: 'must be plain text', params: { rule: 'malformed' } });

/** `https://shop.example.com`: scheme, host and port, nothing after them. */
export const siteOrigin = z.string().trim().toLowerCase().max(260).regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/, 'must be an origin such as https://shop.example.com, without a path');

/** What holds for everybody alike: it is needed before anybody knows whose segment it would be, or belongs to none. */
export const installationShape = {
  'authentication.selfRegistration': z.boolean(),
  /** Empty: any address may register. */
  'authentication.registrationDomains': z.array(emailDomain).max(50),
  'authentication.passwordMinLength': whole(leastPassword, 64),
  /** Days after signing in at which a session ends, used or not. */
  'authentication.sessionDays': whole(1, 365),
  /** Days without a visit after which it ends. */
  'authentication.idleDays': whole(1, 365),
  /** Days for which something is kept; 0: for ever. What comes in as bytes, what went out, what a closed request held. */
  'retention.receivedMailDays': whole(0, 3650),
  'retention.sentMailDays': whole(0, 3650),
  'retention.closedTicketDays': whole(0, 3650),
  'retention.searchDays': whole(0, 3650),
  'retention.notificationDays': whole(0, 3650),
  'retention.auditDays': whole(0, 3650),
  /** Chats that are over, or that nobody answered. */
  'retention.chatDays': whole(0, 3650),
  /** An archive of somebody's data can be fetched so long. */
  'retention.exportDays': whole(1, 90),
  /** In which erasure can be taken back; 0: it begins at once. */
  'retention.erasureDelayDays': whole(0, 90),
  'mail.from': sender,
  /** Empty: answers go to the sender. */
  'mail.replyTo': z.string().trim().toLowerCase().max(254).refine((value) => value === '' || email.safeParse(value).success, { message: 'must be empty or an address such as help@example.com', params: { rule: 'malformed' } }),
  'mail.footer.en': footer,
  'mail.footer.de': footer,
  'mail.footer.ar': footer,
  /** Only while business hours are open. */
  'chat.officeHours': z.boolean(),
  /** Chats that an agent has at once, unless he says otherwise. */
  'chat.mostPerAgent': whole(1, 20),
  /** Minutes after which what an agent wrote and nobody read is mailed; 0: never. */
  'chat.unreadMailMinutes': whole(0, 1440),
  /** Minutes after which an open chat in which nobody writes ends. */
  'chat.silenceMinutes': whole(1, 1440),
  /** Others than signed-in customers may chat. */
  'chat.guests': z.boolean(),
  'chat.askEmail': z.enum(['no', 'optional', 'required']),
  /** Sites that may show the widget; empty: none. */
  'chat.origins': z.array(siteOrigin).max(50),
  'chat.greeting.en': footer,
  'chat.greeting.de': footer,
  'chat.greeting.ar': footer,
  /** A rating of one or two stars is mailed to the agent who has the ticket. */
  'mail.lowRatings': z.boolean(),
};

/** Every key of the policy, with what it may be. */
export const policyShape = { ...segmentShape, ...installationShape };
export type PolicyKey = keyof typeof policyShape;
export const policyKeys = Object.keys(policyShape) as PolicyKey[];
export type InstallationKey = keyof typeof installationShape;
export type SegmentKey = keyof typeof segmentShape;
export const segmentKeys = Object.keys(segmentShape) as SegmentKey[];

/** The smallest and the largest number that a key may have; null for one that is no number. */
export const boundsOf = (key: PolicyKey): { least: number; most: number } | null => {
  const shape: z.ZodType = policyShape[key];
  return shape instanceof z.ZodNumber ? { least: shape.minValue ?? -Infinity, most: shape.maxValue ?? Infinity } : null;
};

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
export const policyTheme = z.object({
  mode: z.enum(themes),
  name: z.string().describe('The name in the header and in mails.'),
  palette: z.string().nullable().describe('Names the stylesheet of the colours (`/support/theme/<palette>.css`); null for the portal’s own.'),
}).meta({ id: 'PolicyTheme' });
export type PolicyTheme = z.infer<typeof policyTheme>;

/** What a plugin without configuration does. */
export const policyDefaults: PolicyValues = {
  'features.ticketSubmission': true,
  'features.fileUploads': true,
  'features.knowledgeBase': true,
  'features.writtenAnswers': false,
  'features.liveChat': false,
  'features.emailReplies': true,
  'features.prioritySupport': false,
  'features.organisationRequests': false,
  'features.organisationReplies': false,
  priorities: ['low', 'normal', 'high'],
  'limits.maxFileSize': 10_485_760,
  'limits.allowedFileTypes': ['pdf', 'jpg', 'png', 'doc', 'docx'],
  'limits.maxFilesPerMessage': 10,
  'limits.reopenWindowDays': 14,
  'limits.rateLimiting.ticketsPerDay': 10,
  'limits.rateLimiting.commentsPerHour': 20,
  'limits.rateLimiting.answersPerDay': 20,
  'limits.rateLimiting.searchesPerMinute': 120,
  'limits.rateLimiting.uploadsPerHour': 200,
  'limits.rateLimiting.sharesPerDay': 50,
  'limits.rateLimiting.chatsPerHour': 10,
  'limits.rateLimiting.chatMessagesPerMinute': 30,
  'notifications.page': ['reply', 'message', 'solved', 'added', 'incident'],
  'notifications.mail': ['received', 'reply', 'message', 'solved', 'added', 'incident'],
  'notifications.digest': [],
  // Nobody is told so before he allowed a browser to.
  'notifications.push': ['reply', 'message', 'solved', 'added', 'incident'],
  'authentication.requireSecondFactor': false,
  'theme.mode': 'auto',
  'theme.accent': '',
  'theme.logoText': '',
  'authentication.selfRegistration': true,
  'authentication.registrationDomains': [],
  'authentication.passwordMinLength': leastPassword,
  'authentication.sessionDays': 30,
  'authentication.idleDays': 14,
  'retention.receivedMailDays': 90,
  'retention.sentMailDays': 90,
  'retention.closedTicketDays': 0,
  'retention.searchDays': 180,
  'retention.notificationDays': 90,
  'retention.auditDays': 730,
  'retention.chatDays': 180,
  'retention.exportDays': 7,
  'retention.erasureDelayDays': 7,
  'mail.from': 'support@localhost',
  'mail.replyTo': '',
  'mail.footer.en': '',
  'mail.footer.de': '',
  'mail.footer.ar': '',
  'chat.officeHours': false,
  'chat.mostPerAgent': 4,
  'chat.unreadMailMinutes': 10,
  'chat.silenceMinutes': 60,
  'chat.guests': true,
  'chat.askEmail': 'optional',
  'chat.origins': [],
  'chat.greeting.en': '',
  'chat.greeting.de': '',
  'chat.greeting.ar': '',
  'mail.lowRatings': true,
};
