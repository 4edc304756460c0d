import { z } from 'zod';
import { pushSettings } from '../../contracts/configured-push';
import { circleOf, configuredSegments } from '../../contracts/configured-segments';
import { signInDefaults, signInSettings } from '../../contracts/configured-sign-in';
import { featureNames, policyDefaults, policyKeys, policyShape } from '../../contracts/policy';
import { rateLimits } from '../../contracts/rate-limits';
import { vectorSettings } from '../../contracts/search-vectors';
import { webhookSettings } from '../../contracts/webhooks';

const longSecret = z.string().refine((value) => value === '' || value.length >= 32, 'must be empty or at least 32 characters that nobody can guess');
const webAddress = z.url({ protocol: /^https?$/ });

/** Answers written from articles. Off, nothing else of it is looked at; on, it needs to know whom to ask. */
const answersSchema = z
  .strictObject({
    enabled: z.boolean(),
    baseUrl: z.string(),
    apiKey: z.string(),
    model: z.string(),
    timeoutMs: z.number().int().min(1000).max(120_000),
    maxTokens: z.number().int().min(50).max(4000),
    perCustomer: z.number().int().min(1),
    perVisitor: z.number().int().min(0),
    perDay: z.number().int().min(1),
  })
  .refine(({ enabled, baseUrl }) => !enabled || webAddress.safeParse(baseUrl).success, { path: ['baseUrl'], message: 'must be the address of an OpenAI-compatible API, such as https://api.example.com/v1, while answers.enabled is true' })
  .refine(({ enabled, model }) => !enabled || model.trim() !== '', { path: ['model'], message: 'must name a model of that API while answers.enabled is true' });

/** Answers and requests by mail. Without an address nothing of it is there. */
const inboundSchema = z
  .strictObject({
    address: z.string().refine((value) => value === '' || z.email().safeParse(value).success, 'must be empty or the address that customers write to, such as support@example.com'),
    webhookSecret: z.string().refine((value) => value === '' || value.length >= 16, 'must be empty or at least 16 characters that nobody can guess'),
    imap: z.strictObject({ host: z.string(), port: z.number().int().min(1).max(65_535), secure: z.boolean(), user: z.string(), password: z.string(), mailbox: z.string().min(1), doneMailbox: z.string() }),
    maxSize: z.number().int().min(10_000).max(104_857_600),
    /** The name with which our own receiving server signs its Authentication-Results (RFC 8601). */
    trustedServer: z.string(),
    verify: z.boolean(),
    dnsServers: z.array(z.string().min(1)),
    category: z.string(),
  })
  .refine(({ address, webhookSecret, imap }) => address === '' || webhookSecret !== '' || imap.host !== '', { path: ['address'], message: 'needs a way in: set mail.inbound.imap.host or mail.inbound.webhookSecret' });

const bucketSchema = z
  .strictObject({
    bucket: z.string(),
    region: z.string(),
    endpoint: z.string().refine((value) => value === '' || webAddress.safeParse(value).success, 'must be empty or a whole address such as https://s3.example.com'),
    accessKeyId: z.string(),
    secretAccessKey: z.string(),
    prefix: z.string().regex(/^[\w./-]*$/, 'must be a folder of letters, digits, dots, dashes and slashes'),
    linkSeconds: z.number().int().min(10).max(900),
  })
  .refine(({ bucket, accessKeyId, secretAccessKey }) => bucket === '' || (accessKeyId !== '' && secretAccessKey !== ''), { path: ['accessKeyId'], message: 'needs a key and its secret: set files.s3.accessKeyId and files.s3.secretAccessKey, or leave files.s3.bucket empty' });
const scannerSchema = z.strictObject({
  /** clamd: `host:port`, or the path of its socket. */
  address: z.string().regex(/^$|^\/|^.+:\d{1,5}$/, 'must be empty, host:port or the path of a socket'),
  timeoutMs: z.number().int().min(1000).max(120_000),
  whenAway: z.enum(['hold', 'refuse']),
});
const redisAddress = z.string().refine((value) => value === '' || z.url({ protocol: /^rediss?$/ }).safeParse(value).success, 'must be empty or an address such as redis://127.0.0.1:6379');

const isContact = (value: string): boolean => value === '' || /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+?[\d-]+)$/.test(value);
const security = z.strictObject({
  /** Where weaknesses are reported; empty: there is no security.txt. */
  contact: z.string().refine(isContact, 'must be empty or a URI such as mailto:security@example.com or https://example.com/security'),
  policyUrl: z.string().refine((value) => value === '' || z.url({ protocol: /^https$/ }).safeParse(value).success, 'must be empty or an https address'),
  /** Earlier values of admin.auth.secret that still open what was mailed under them. Null, since a list would be mixed with the one in the file. */
  earlierSecrets: z.array(z.string().min(16, 'must be secrets of at least 16 characters')).max(5).nullable(),
});

const schema = z.strictObject({
  enabled: z.boolean(),
  url: z.string().regex(/^\/[a-z0-9-]+$/, 'must be one path segment such as /support'),
  brand: z.string().min(1, 'must be a name of 1 to 60 characters').max(60, 'must be a name of 1 to 60 characters'),
  hosts: z.array(z.string().min(1)),
  /** How many proxies stand between callers and this process, where `server.proxy.koa` trusts them. */
  proxies: z.number().int().min(1).max(10),
  mail: z.strictObject({
    transport: z.enum(['mailbox', 'email']),
    from: policyShape['mail.from'],
    replyTo: policyShape['mail.replyTo'],
    footer: z.strictObject({ en: policyShape['mail.footer.en'], de: policyShape['mail.footer.de'], ar: policyShape['mail.footer.ar'] }),
    lowRatings: policyShape['mail.lowRatings'],
    inbound: inboundSchema,
  }),
  filesDirectory: z.string().min(1),
  files: z.strictObject({ s3: bucketSchema, scanner: scannerSchema }),
  /** Where customers reach the portal, when that is not Strapi's own address (the site as its own server). */
  publicUrl: z.string().refine((value) => value === '' || webAddress.safeParse(value).success, 'must be empty or a whole address such as https://help.example.com'),
  site: z.strictObject({ directory: z.string(), secret: z.string() }),
  authentication: signInSettings,
  features: z.strictObject({
    ticketSubmission: z.boolean(),
    fileUploads: z.boolean(),
    knowledgeBase: z.boolean(),
    liveChat: z.boolean(),
    emailReplies: z.boolean(),
    prioritySupport: z.boolean(),
    organisationRequests: z.boolean(),
    organisationReplies: z.boolean(),
  }),
  priorities: policyShape.priorities,
  search: z.strictObject({ vectors: vectorSettings }),
  limits: z.strictObject({
    maxFileSize: policyShape['limits.maxFileSize'],
    allowedFileTypes: policyShape['limits.allowedFileTypes'],
    maxFilesPerMessage: policyShape['limits.maxFilesPerMessage'],
    reopenWindowDays: policyShape['limits.reopenWindowDays'],
    rateLimiting: rateLimits,
    redisUrl: redisAddress,
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
  notifications: z.strictObject({ page: policyShape['notifications.page'].nullable(), mail: policyShape['notifications.mail'].nullable(), digest: policyShape['notifications.digest'].nullable(), push: policyShape['notifications.push'].nullable() }),
  push: pushSettings, webhooks: webhookSettings,
  theme: z.strictObject({ mode: policyShape['theme.mode'], accent: policyShape['theme.accent'], logoText: policyShape['theme.logoText'] }),
  /** Keys of the policy that stand here for good: the admin shows them and changes them nowhere. */
  locked: z.array(z.enum(policyKeys, { error: `must be keys of the policy: ${policyKeys.join(', ')}` })),
  segments: configuredSegments,
  /** What keys of apps and tokens of providers are encrypted with. */
  encryption: z.strictObject({
    secret: longSecret,
    /** Null: none. A list as default would be mixed with the one that stands in the file. */
    oldSecrets: z.array(longSecret).nullable(),
  }),
  security,
  replies: z.strictObject({ undoSeconds: z.number().int().min(0).max(30) }),
  answers: answersSchema,
  chat: z.strictObject({
    officeHours: policyShape['chat.officeHours'],
    mostPerAgent: policyShape['chat.mostPerAgent'],
    unreadMailMinutes: policyShape['chat.unreadMailMinutes'],
    silenceMinutes: policyShape['chat.silenceMinutes'],
    guests: policyShape['chat.guests'],
    askEmail: policyShape['chat.askEmail'],
    /** Null: none. A list as default would be mixed with the one that stands in the file. */
    origins: policyShape['chat.origins'].nullable(),
    greeting: z.strictObject({ en: policyShape['chat.greeting.en'], de: policyShape['chat.greeting.de'], ar: policyShape['chat.greeting.ar'] }),
    /** With it the site that shows the widget signs who its visitor is; empty: it cannot. */
    identitySecret: longSecret,
  }),
  realtime: z.strictObject({
    enabled: z.boolean(),
    /** Through which several nodes tell each other; empty: there is one. */
    redisUrl: redisAddress,
    limits: z.strictObject({ perCustomer: z.number().int().min(1), perAddress: z.number().int().min(1) }),
  }),
});
export type PortalConfig = z.infer<typeof schema>;

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
    const result = schema.safeParse(given);
    const faults = result.error?.issues.map((issue) => `  portal.config.${issue.path.join('.')}: ${faultOf(issue)}`) ?? circleFault(result.data?.segments);
    if (faults.length === 0) return;
    throw new Error(`The customer portal cannot start with this configuration:\n${faults.join('\n')}\nMend it in config/plugins.ts; docs/CONFIGURATION.md lists every key.`);
  },
};
