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
  'features.ticketSubmission': z.boolean().describe('off: link and route are gone (404), data stays'),
  'features.fileUploads': z.boolean().describe('off: link and route are gone (404), data stays'),
  'features.knowledgeBase': z.boolean().describe('off: link and route are gone (404), data stays; its jobs rest where nobody has it'),
  'features.writtenAnswers': z.boolean().describe('on where `answers.enabled` is: answers written from articles'),
  'features.liveChat': z.boolean().describe('on: a page to chat, and the widget where `chat.origins` names sites ([CHAT.md](CHAT.md))'),
  'features.emailReplies': z.boolean().describe('answering, and with `ticketSubmission` opening requests, by mail; needs `mail.inbound.address`'),
  'features.prioritySupport': z.boolean().describe('on: customers may also choose the priority `urgent`'),
  'features.organisationRequests': z.boolean().describe('on: customers read what others of their organisation sent from there, files included, and are told so before they send'),
  'features.organisationReplies': z.boolean().describe('on: they also reply there; without effect while the one above is off'),
  priorities: z.array(z.enum(priorities)).min(1).max(priorities.length).describe('what customers may choose'),
  'limits.maxFileSize': whole(1, 1_073_741_824).describe('bytes of one file'),
  'limits.allowedFileTypes': z.array(z.enum(fileTypes, { error: `must be one of ${fileTypes.join(', ')}` })).max(50).describe('files that are taken, told by name and content'),
  'limits.maxFilesPerMessage': whole(1, 20).describe('files of one message'),
  'limits.reopenWindowDays': whole(0, 3650).describe('days for which a closed request can be opened again'),
  'limits.rateLimiting.ticketsPerDay': whole(1, 1_000_000).describe('requests that one customer sends'),
  'limits.rateLimiting.commentsPerHour': whole(1, 1_000_000).describe('replies of one customer'),
  'limits.rateLimiting.answersPerDay': whole(1, 1_000_000).describe('written answers for one customer'),
  'limits.rateLimiting.searchesPerMinute': whole(1, 1_000_000).describe('searches and suggestions of one signed-in customer, those while he types included'),
  'limits.rateLimiting.uploadsPerHour': whole(1, 1_000_000).describe('files of one customer'),
  'limits.rateLimiting.sharesPerDay': whole(1, 1_000_000).describe('people added and links made by one customer'),
  'limits.rateLimiting.chatsPerHour': whole(1, 1_000_000).describe('live chats that one customer begins; guests count as the standard segment'),
  'limits.rateLimiting.chatMessagesPerMinute': whole(1, 1_000_000).describe('messages in live chats, of one customer or one guest'),
  'notifications.page': kinds.describe('what stands on the notifications page of customers who chose nothing; left out: all but `received`'),
  'notifications.mail': kinds.describe('what they are mailed at once; left out: all of it'),
  'notifications.digest': kinds.describe('what they find in the daily mail; left out: nothing'),
  'notifications.push': kinds.describe('what browsers tell them that they allowed it; left out: all but `received`'),
  'authentication.requireSecondFactor': z.boolean().describe('on: customers need an authenticator app or a passkey; whoever has none sets one up after signing in and can do nothing before. May differ by segment'),
  'theme.mode': z.enum(themes).describe('how the portal looks to customers who chose neither light nor dark for themselves; `auto`: like the device'),
  'theme.accent': accentColour.describe('colour of links and buttons, such as `#334fb8`; must be readable (WCAG AA) as it is in the theme that `mode` names, with `auto` in the light one, or the start stops and names the nearest that is; the shades of the other theme follow from it, each so that it can be read'),
  'theme.logoText': logoText.describe('name in the header and in mails in place of `brand`'),
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
  'authentication.selfRegistration': z.boolean().describe('off: customers make no accounts; its page, links and route are gone (404), and mailed links for it open nothing'),
  'authentication.registrationDomains': z.array(emailDomain).max(50).describe('only addresses of these domains (not of domains below them) may register; empty: any'),
  'authentication.passwordMinLength': whole(leastPassword, 64).describe('characters of a new password'),
  'authentication.sessionDays': whole(1, 365).describe('days after signing in at which a session ends, used or not; a smaller number holds for open sessions too'),
  'authentication.idleDays': whole(1, 365).describe('days without a visit after which it ends'),
  'retention.receivedMailDays': whole(0, 3650).describe('days: mails as they came in, with their files: their bytes, sender and subject are taken away; the messages made of them stay; 0: for ever'),
  'retention.sentMailDays': whole(0, 3650).describe('days: mails that were sent, or given up: to whom and about what; 0: for ever'),
  'retention.closedTicketDays': whole(0, 3650).describe('days: what a request said that was closed so long ago: words, files and answers are taken away, its reference, category, states and times stay; 0: for ever'),
  'retention.searchDays': whole(0, 3650).describe('days: what was searched for, without who did; 0: for ever'),
  'retention.notificationDays': whole(0, 3650).describe('days: what customers were told on their page; 0: for ever'),
  'retention.auditDays': whole(0, 3650).describe('days: the log of changes, sign-ins and looks at customers’ data; 0: for ever'),
  'retention.chatDays': whole(0, 3650).describe('days: live chats that are over, or that nobody answered; 0: for ever'),
  'retention.exportDays': whole(1, 90).describe('days: an archive that a customer had made of his own data'),
  'retention.erasureDelayDays': whole(0, 90).describe('days: not kept, but waited: in them a customer can take his erasure back; 0: it begins at once'),
  'mail.from': sender.describe('sender: an address, or a name with one (`Help desk <help@example.com>`)'),
  'mail.replyTo': z.string().trim().toLowerCase().max(254).refine((value) => value === '' || email.safeParse(value).success, { message: 'must be empty or an address such as help@example.com', params: { rule: 'malformed' } }).describe('where answers go; empty: to the sender'),
  'mail.footer.en': footer.describe('plain text below each mail in English'),
  'mail.footer.de': footer.describe('plain text below each mail in German'),
  'mail.footer.ar': footer.describe('plain text below each mail in Arabic'),
  'chat.officeHours': z.boolean().describe('on: somebody is there in live chat only while business hours are open'),
  'chat.mostPerAgent': whole(1, 20).describe('chats that an agent has at once, until he says otherwise'),
  'chat.unreadMailMinutes': whole(0, 1440).describe('minutes after which what an agent wrote and nobody saw is mailed; 0: never'),
  'chat.silenceMinutes': whole(1, 1440).describe('minutes after which a chat in which nobody writes ends'),
  'chat.guests': z.boolean().describe('off: only signed-in customers chat'),
  'chat.askEmail': z.enum(['no', 'optional', 'required']).describe('whether guests are asked for their address; who leaves a message while nobody is there has to give it, unless `no`'),
  'chat.origins': z.array(siteOrigin).max(50).describe('sites that may show the widget, such as `https://shop.example.com`; empty: none'),
  'chat.greeting.en': footer.describe('what stands above a chat in English before it begins'),
  'chat.greeting.de': footer.describe('the same in German'),
  'chat.greeting.ar': footer.describe('the same in Arabic'),
  'mail.lowRatings': z.boolean().describe('one or two stars are mailed to the agent who has the ticket'),
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
