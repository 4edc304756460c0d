import { z } from 'zod';
import { answerSettings } from '../../contracts/configured-answers';
import { fileSettings } from '../../contracts/configured-files';
import { mailSettings } from '../../contracts/configured-mail';
import { pushSettings } from '../../contracts/configured-push';
import { circleOf, configuredSegments } from '../../contracts/configured-segments';
import { signInDefaults, signInSettings } from '../../contracts/configured-sign-in';
import { featureNames, policyDefaults, policyKeys, policyShape } from '../../contracts/policy';
import { rateLimits } from '../../contracts/rate-limits';
import { vectorSettings } from '../../contracts/search-vectors';
import { webhookSettings } from '../../contracts/webhooks';

const longSecret = z.string().refine((value) => value === '' || value.length >= 32, 'must be empty or at least 32 characters that nobody can guess');
const webAddress = z.url({ protocol: /^https?$/ });

const redisAddress = z.string().refine((value) => value === '' || z.url({ protocol: /^rediss?$/ }).safeParse(value).success, 'must be empty or an address such as redis://127.0.0.1:6379');

const isContact = (value: string): boolean => value === '' || /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+?[\d-]+)$/.test(value);
const security = z.strictObject({
  contact: z.string().refine(isContact, 'must be empty or a URI such as mailto:security@example.com or https://example.com/security').describe('to whom weaknesses are reported, such as `mailto:security@example.com`: stands in `/.well-known/security.txt` (RFC 9116); empty: there is none'),
  policyUrl: z.string().refine((value) => value === '' || z.url({ protocol: /^https$/ }).safeParse(value).success, 'must be empty or an https address').describe('https address of what you promise to those who report'),
  // Null, since a list would be mixed with the one in the file.
  earlierSecrets: z.array(z.string().min(16, 'must be secrets of at least 16 characters')).max(5).nullable().describe('earlier values of `ADMIN_JWT_SECRET` that still open what was mailed ([secrets](OPERATING.md#secrets))'),
});

/** All of `portal.config`; docs/CONFIGURATION.md is made from what is described here (`npm run docs`). */
export const configSchema = z.strictObject({
  enabled: z.boolean().describe('off: pages and API of customers answer 404; the desk in the admin stays, and so does all data'),
  url: z.string().regex(/^\/[a-z0-9-]+$/, 'must be one path segment such as /support').describe('path of the portal; the site is built for it (run `npm run build` after a change)'),
  brand: z.string().min(1, 'must be a name of 1 to 60 characters').max(60, 'must be a name of 1 to 60 characters').describe('name in the header and in mails'),
  hosts: z.array(z.string().min(1)).describe('further host names (with port) that are answered; others get 421'),
  proxies: z.number().int().min(1).max(10).describe('how many proxies of yours stand before the portal, where `TRUST_PROXY` is set: so many of the last entries of `X-Forwarded-For` are believed'),
  mail: mailSettings,
  filesDirectory: z.string().min(1).describe('private folder of customers’ files; of the host application: `attachments` in its data folder'),
  files: fileSettings,
  publicUrl: z.string().refine((value) => value === '' || webAddress.safeParse(value).success, 'must be empty or a whole address such as https://help.example.com').describe('where customers reach the portal, when it runs as its own server; empty: Strapi’s own address'),
  site: z.strictObject({
    directory: z.string().describe('the built site; empty: the one that `portal build` made in the project ([THEME.md](THEME.md)), else the one that came with the package, which is built for `/support`'),
    secret: z.string().describe('shared with `npm run site`, so that it may say for whom it calls'),
  }),
  authentication: signInSettings,
  features: z.strictObject({
    ticketSubmission: policyShape['features.ticketSubmission'],
    fileUploads: policyShape['features.fileUploads'],
    knowledgeBase: policyShape['features.knowledgeBase'],
    liveChat: policyShape['features.liveChat'],
    emailReplies: policyShape['features.emailReplies'],
    prioritySupport: policyShape['features.prioritySupport'],
    organisationRequests: policyShape['features.organisationRequests'],
    organisationReplies: policyShape['features.organisationReplies'],
  }),
  priorities: policyShape.priorities,
  search: z.strictObject({ vectors: vectorSettings }),
  limits: z.strictObject({
    maxFileSize: policyShape['limits.maxFileSize'],
    allowedFileTypes: policyShape['limits.allowedFileTypes'],
    maxFilesPerMessage: policyShape['limits.maxFilesPerMessage'],
    reopenWindowDays: policyShape['limits.reopenWindowDays'],
    rateLimiting: rateLimits,
    redisUrl: redisAddress.describe('where limits are counted; empty: the Redis of live updates, or else the database'),
  }),
  retention: z.strictObject({
    receivedMailDays: policyShape['retention.receivedMailDays'],
    sentMailDays: policyShape['retention.sentMailDays'],
    closedTicketDays: policyShape['retention.closedTicketDays'],
    searchDays: policyShape['retention.searchDays'],
    notificationDays: policyShape['retention.notificationDays'],
    auditDays: policyShape['retention.auditDays'],
    chatDays: policyShape['retention.chatDays'],
    exportDays: policyShape['retention.exportDays'],
    erasureDelayDays: policyShape['retention.erasureDelayDays'],
  }),
  /** Null: the plugin's own. A list as default would be mixed with the one that stands in the file. */
  notifications: z.strictObject({
    page: policyShape['notifications.page'].nullable(),
    mail: policyShape['notifications.mail'].nullable(),
    digest: policyShape['notifications.digest'].nullable(),
    push: policyShape['notifications.push'].nullable(),
  }),
  push: pushSettings,
  webhooks: webhookSettings,
  theme: z.strictObject({ mode: policyShape['theme.mode'], accent: policyShape['theme.accent'], logoText: policyShape['theme.logoText'] }),
  locked: z.array(z.enum(policyKeys, { error: `must be keys of the policy: ${policyKeys.join(', ')}` })).describe('keys of the policy ([below](#segments-and-the-effective-policy)) that nobody changes in the admin, for all or for a segment'),
  segments: configuredSegments,
  /** What keys of apps and tokens of providers are encrypted with. */
  encryption: z.strictObject({
    secret: longSecret.describe('at least 32 characters, of which the key is made that encrypts keys of authenticator apps and new recovery codes; empty: Strapi’s `ENCRYPTION_KEY` is used. Read [this](#sign-in-in-two-steps) before you change it'),
    // Null: none. A list as default would be mixed with the one that stands in the file.
    oldSecrets: z.array(longSecret).nullable().describe('earlier secrets: what was encrypted with them can still be read'),
  }),
  security,
  replies: z.strictObject({ undoSeconds: z.number().int().min(0).max(30).describe('seconds for which an agent can take a reply back before it is sent') }),
  answers: answerSettings,
  chat: z.strictObject({
    officeHours: policyShape['chat.officeHours'],
    mostPerAgent: policyShape['chat.mostPerAgent'],
    unreadMailMinutes: policyShape['chat.unreadMailMinutes'],
    silenceMinutes: policyShape['chat.silenceMinutes'],
    guests: policyShape['chat.guests'],
    askEmail: policyShape['chat.askEmail'],
    // Null: none. A list as default would be mixed with the one that stands in the file.
    origins: policyShape['chat.origins'].nullable(),
    greeting: z.strictObject({ en: policyShape['chat.greeting.en'], de: policyShape['chat.greeting.de'], ar: policyShape['chat.greeting.ar'] }),
    identitySecret: longSecret.describe('at least 32 characters, with which the site of the widget signs who its visitor is; empty: it cannot'),
  }),
  realtime: z.strictObject({
    enabled: z.boolean().describe('open pages are told of news over a socket; off: they are as new as their last reload'),
    redisUrl: redisAddress.describe('such as `redis://127.0.0.1:6379`: needed where several nodes serve one database, so that each hears of what happens on the others'),
    limits: z.strictObject({
      perCustomer: z.number().int().min(1).describe('open sockets of one customer on one node'),
      perAddress: z.number().int().min(1).describe('open connections from one address on one node; an office or a proxy that hides addresses is one'),
    }),
  }),
});
export type PortalConfig = z.infer<typeof configSchema>;

const defaults: PortalConfig = {
  enabled: true,
  url: '/support',
  brand: 'Help',
  hosts: [],
  proxies: 1,
  mail: {
    transport: 'email',
    from: policyDefaults['mail.from'],
    replyTo: '',
    footer: { en: '', de: '', ar: '' },
    lowRatings: true,
    inbound: { address: '', webhookSecret: '', imap: { host: '', port: 993, secure: true, user: '', password: '', mailbox: 'INBOX', doneMailbox: '' }, maxSize: 36_700_160, trustedServer: '', verify: true, dnsServers: [], category: '' },
  },
  filesDirectory: 'data/attachments',
  files: {
    s3: { bucket: '', region: 'us-east-1', endpoint: '', accessKeyId: '', secretAccessKey: '', prefix: 'portal', linkSeconds: 120 },
    scanner: { address: '', timeoutMs: 20_000, whenAway: 'hold' },
  },
  publicUrl: '',
  site: { directory: '', secret: '' },
  authentication: signInDefaults,
  features: {
    ticketSubmission: policyDefaults['features.ticketSubmission'],
    fileUploads: policyDefaults['features.fileUploads'],
    knowledgeBase: policyDefaults['features.knowledgeBase'],
    liveChat: policyDefaults['features.liveChat'],
    emailReplies: policyDefaults['features.emailReplies'],
    prioritySupport: policyDefaults['features.prioritySupport'],
    organisationRequests: policyDefaults['features.organisationRequests'],
    organisationReplies: policyDefaults['features.organisationReplies'],
  },
  priorities: policyDefaults.priorities,
  search: { vectors: { provider: 'off', baseUrl: '', apiKey: '', model: '', folder: '', weight: null, timeoutMs: 300, leastLikeness: null, questionPrefix: '', passagePrefix: '' } },
  limits: {
    maxFileSize: policyDefaults['limits.maxFileSize'],
    allowedFileTypes: policyDefaults['limits.allowedFileTypes'],
    maxFilesPerMessage: policyDefaults['limits.maxFilesPerMessage'],
    reopenWindowDays: policyDefaults['limits.reopenWindowDays'],
    rateLimiting: {
      ticketsPerDay: policyDefaults['limits.rateLimiting.ticketsPerDay'],
      commentsPerHour: policyDefaults['limits.rateLimiting.commentsPerHour'],
      searchesPerMinute: policyDefaults['limits.rateLimiting.searchesPerMinute'],
      uploadsPerHour: policyDefaults['limits.rateLimiting.uploadsPerHour'],
      sharesPerDay: policyDefaults['limits.rateLimiting.sharesPerDay'],
      chatsPerHour: policyDefaults['limits.rateLimiting.chatsPerHour'],
      chatMessagesPerMinute: policyDefaults['limits.rateLimiting.chatMessagesPerMinute'],
      accountMailsPerHour: 5,
      perAddress: { signInsPerHour: 600, registrationsPerHour: 100, confirmationsPerHour: 200, resetsPerHour: 100, searchesPerMinute: 600, changesPerHour: 2000, reportsPerHour: 500, chatsPerHour: 60, chatMessagesPerMinute: 600, mailFailuresPerHour: 30 },
    },
    redisUrl: '',
  },
  retention: { receivedMailDays: 90, sentMailDays: 90, closedTicketDays: 0, searchDays: 180, notificationDays: 90, auditDays: 730, chatDays: 180, exportDays: 7, erasureDelayDays: 7 },
  notifications: { page: null, mail: null, digest: null, push: null },
  push: { publicKey: '', privateKey: '', contact: '', anyAddress: false }, webhooks: { endpoints: null, privateHosts: null },
  theme: { mode: policyDefaults['theme.mode'], accent: '', logoText: '' },
  locked: [],
  segments: {},
  encryption: { secret: '', oldSecrets: null },
  security: { contact: '', policyUrl: '', earlierSecrets: null },
  replies: { undoSeconds: 5 },
  answers: { enabled: false, baseUrl: '', apiKey: '', model: '', timeoutMs: 20_000, maxTokens: 500, perCustomer: 20, perVisitor: 5, perDay: 500 },
  chat: { officeHours: false, mostPerAgent: 4, unreadMailMinutes: 10, silenceMinutes: 60, guests: true, askEmail: 'optional', origins: null, greeting: { en: '', de: '', ar: '' }, identitySecret: '' },
  realtime: { enabled: true, redisUrl: '', limits: { perCustomer: 20, perAddress: 500 } },
};

/** What is wrong with a value; a key that nobody knows is answered with those that are known. */
const faultOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code !== 'unrecognized_keys') return issue.message;
  const known = issue.path.at(-1) === 'features' ? `; there are: ${featureNames.filter((name) => name !== 'writtenAnswers' || issue.path.length > 1).join(', ')}` : '';
  return `there is no ${issue.keys.map((key) => `"${key}"`).join(', ')}${known}`;
};

/** Segments that would inherit from each other in a circle, of which no value could be told. */
const circleFault = (given: unknown): string[] => {
  const circle = circleOf(given);
  return circle ? [`  portal.config.segments.${circle[0]}.inherits: goes in a circle (${circle.join(' → ')}); let one of them inherit from none`] : [];
};

/** Strapi's configuration hook. A wrong value stops the start and says what, where and how to mend it. */
export const config = {
  default: defaults,
  validator(given: unknown): void {
    const result = configSchema.safeParse(given);
    const faults = result.error?.issues.map((issue) => `  portal.config.${issue.path.join('.')}: ${faultOf(issue)}`) ?? circleFault(result.data?.segments);
    if (faults.length === 0) return;
    throw new Error(`The customer portal cannot start with this configuration:\n${faults.join('\n')}\nMend it in config/plugins.ts; docs/CONFIGURATION.md lists every key.`);
  },
};
