import path from 'node:path';

import { dataDirectory } from './data-directory';

type Env = typeof import('@strapi/utils').env;

const smtp = (env: Env) => ({
  provider: 'nodemailer',
  providerOptions: {
    host: env('SMTP_HOST', 'localhost'),
    port: env.int('SMTP_PORT', 587),
    // Below the two minutes after which another process may take a mail over.
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 30_000,
    auth: env('SMTP_USERNAME') ? { user: env('SMTP_USERNAME'), pass: env('SMTP_PASSWORD') } : undefined,
  },
  settings: { defaultFrom: env('MAIL_FROM', 'support@localhost'), defaultReplyTo: env('MAIL_FROM', 'support@localhost') },
});

/** A figure that stays as it was typed where it is none, so that the start says what is wrong with it. */
const figure = (typed: string, standard: number | null): number | string | null => (typed === '' ? standard : Number.isNaN(Number(typed)) ? typed : Number(typed));

const vectors = (env: Env) => ({
  provider: env('PORTAL_VECTORS', 'off'),
  baseUrl: env('PORTAL_VECTORS_URL', ''),
  apiKey: env('PORTAL_VECTORS_KEY', ''),
  model: env('PORTAL_VECTORS_MODEL', ''),
  folder: env('PORTAL_VECTORS_FOLDER', ''),
  weight: figure(env('PORTAL_VECTORS_WEIGHT', ''), null),
  timeoutMs: figure(env('PORTAL_VECTORS_TIMEOUT_MS', ''), 300),
  leastLikeness: figure(env('PORTAL_VECTORS_LEAST_LIKENESS', ''), null),
  questionPrefix: env('PORTAL_VECTORS_QUESTION_PREFIX', ''),
  passagePrefix: env('PORTAL_VECTORS_PASSAGE_PREFIX', ''),
});

const limits = (env: Env) => ({
  rateLimiting: {
    ticketsPerDay: env.int('PORTAL_TICKETS_PER_DAY', 10),
    commentsPerHour: env.int('PORTAL_COMMENTS_PER_HOUR', 20),
    searchesPerMinute: env.int('PORTAL_SEARCHES_PER_MINUTE', 120),
    uploadsPerHour: env.int('PORTAL_UPLOADS_PER_HOUR', 200),
    sharesPerDay: env.int('PORTAL_SHARES_PER_DAY', 50),
    chatsPerHour: env.int('PORTAL_CHATS_PER_HOUR', 10),
    chatMessagesPerMinute: env.int('PORTAL_CHAT_MESSAGES_PER_MINUTE', 30),
    accountMailsPerHour: env.int('PORTAL_ACCOUNT_MAILS_PER_HOUR', 5),
    perAddress: env.json('PORTAL_ADDRESS_LIMITS', {}),
  },
  redisUrl: env('PORTAL_LIMITS_REDIS_URL', ''),
});

const inbound = (env: Env) => ({
  address: env('PORTAL_INBOUND_ADDRESS', ''),
  webhookSecret: env('PORTAL_INBOUND_SECRET', ''),
  imap: {
    host: env('PORTAL_IMAP_HOST', ''),
    port: env.int('PORTAL_IMAP_PORT', 993),
    secure: env.bool('PORTAL_IMAP_SECURE', true),
    user: env('PORTAL_IMAP_USER', ''),
    password: env('PORTAL_IMAP_PASSWORD', ''),
    mailbox: env('PORTAL_IMAP_MAILBOX', 'INBOX'),
    doneMailbox: env('PORTAL_IMAP_DONE_MAILBOX', ''),
  },
  maxSize: env.int('PORTAL_INBOUND_MAX_SIZE', 36_700_160),
  trustedServer: env('PORTAL_INBOUND_TRUSTED_SERVER', ''),
  verify: env.bool('PORTAL_INBOUND_VERIFY', true),
  dnsServers: env.array('PORTAL_INBOUND_DNS', []),
  category: env('PORTAL_INBOUND_CATEGORY', ''),
});

const files = (env: Env) => ({
  s3: {
    bucket: env('PORTAL_S3_BUCKET', ''),
    region: env('PORTAL_S3_REGION', 'us-east-1'),
    endpoint: env('PORTAL_S3_ENDPOINT', ''),
    accessKeyId: env('PORTAL_S3_KEY_ID', ''),
    secretAccessKey: env('PORTAL_S3_SECRET', ''),
    prefix: env('PORTAL_S3_PREFIX', 'portal'),
    linkSeconds: figure(env('PORTAL_S3_LINK_SECONDS', ''), 120),
  },
  scanner: { address: env('PORTAL_CLAMD', ''), timeoutMs: figure(env('PORTAL_CLAMD_TIMEOUT_MS', ''), 20_000), whenAway: env('PORTAL_CLAMD_WHEN_AWAY', 'hold') },
});

const signIn = (env: Env) => ({
  method: env('PORTAL_SIGN_IN_METHOD', 'session'),
  providers: env('PORTAL_PROVIDERS') ? env.array('PORTAL_PROVIDERS') : null,
  google: {
    clientId: env('PORTAL_GOOGLE_CLIENT_ID', ''),
    clientSecret: env('PORTAL_GOOGLE_CLIENT_SECRET', ''),
    issuer: env('PORTAL_GOOGLE_ISSUER', 'https://accounts.google.com'),
  },
  microsoft: {
    clientId: env('PORTAL_MICROSOFT_CLIENT_ID', ''),
    clientSecret: env('PORTAL_MICROSOFT_CLIENT_SECRET', ''),
    tenant: env('PORTAL_MICROSOFT_TENANT', 'common'),
    authority: env('PORTAL_MICROSOFT_AUTHORITY', 'https://login.microsoftonline.com'),
    verifiedDomains: env('PORTAL_MICROSOFT_DOMAINS') ? env.array('PORTAL_MICROSOFT_DOMAINS') : null,
  },
  oidc: env('PORTAL_OIDC') ? env.json('PORTAL_OIDC') : null,
  selfRegistration: env.bool('PORTAL_SELF_REGISTRATION', true),
  registrationDomains: env.array('PORTAL_REGISTRATION_DOMAINS', []),
  passwordMinLength: figure(env('PORTAL_PASSWORD_MIN_LENGTH', ''), 10),
  sessionDays: figure(env('PORTAL_SESSION_DAYS', ''), 30),
  idleDays: figure(env('PORTAL_IDLE_DAYS', ''), 14),
});

const answers = (env: Env) => ({
  enabled: env.bool('PORTAL_ANSWERS', false),
  baseUrl: env('PORTAL_ANSWERS_URL', ''),
  apiKey: env('PORTAL_ANSWERS_KEY', ''),
  model: env('PORTAL_ANSWERS_MODEL', ''),
  timeoutMs: env.int('PORTAL_ANSWERS_TIMEOUT', 20_000),
  maxTokens: env.int('PORTAL_ANSWERS_TOKENS', 500),
  perCustomer: env.int('PORTAL_ANSWERS_PER_CUSTOMER', 20),
  perVisitor: env.int('PORTAL_ANSWERS_PER_VISITOR', 5),
  perDay: env.int('PORTAL_ANSWERS_PER_DAY', 500),
});

export default ({ env }: { env: Env }) => ({
  portal: {
    enabled: true,
    resolve: './plugin',
    config: {
      enabled: env.bool('PORTAL_ENABLED', true),
      url: env('HELPDESK_PORTAL_URL', '/support'),
      brand: env('PORTAL_BRAND', 'Northwind Help'),
      mail: {
        // The mailbox keeps every mail on a page of the portal and sends none: never in production.
        transport: env('PORTAL_MAIL', env('NODE_ENV') === 'production' ? 'email' : 'mailbox'),
        from: env('MAIL_FROM', 'Northwind Help <support@localhost>'),
        replyTo: env('MAIL_REPLY_TO', ''),
        inbound: inbound(env),
        lowRatings: env.bool('PORTAL_LOW_RATING_MAILS', true),
      },
      authentication: {
        ...signIn(env),
        requireSecondFactor: env.bool('PORTAL_REQUIRE_SECOND_FACTOR', false),
        hostSignIn: env.bool('PORTAL_HOST_SIGN_IN', false),
        lockout: env.json('PORTAL_LOCKOUT', {}),
        breachedPasswords: env('PORTAL_BREACHED_PASSWORDS', 'offline'),
        breachedPasswordsUrl: env('PORTAL_BREACHED_PASSWORDS_URL', 'https://api.pwnedpasswords.com/range/'),
      },
      hosts: env.array('PORTAL_HOSTS', []),
      proxies: figure(env('PORTAL_PROXIES', ''), 1),
      filesDirectory: path.join(dataDirectory(), 'attachments'),
      files: files(env),
      publicUrl: env('PORTAL_PUBLIC_URL', ''),
      site: { directory: env('PORTAL_SITE', path.join(process.cwd(), 'site', 'dist')), secret: env('PORTAL_SITE_SECRET', '') },
      search: { vectors: vectors(env) },
      limits: limits(env),
      locked: env.array('PORTAL_LOCKED', []),
      segments: env.json('PORTAL_SEGMENTS', {}),
      encryption: { secret: env('PORTAL_ENCRYPTION_SECRET', ''), oldSecrets: env.array('PORTAL_OLD_ENCRYPTION_SECRETS') ?? null },
      security: { contact: env('PORTAL_SECURITY_CONTACT', ''), policyUrl: env('PORTAL_SECURITY_POLICY', ''), earlierSecrets: env.array('PORTAL_EARLIER_SECRETS') ?? null },
      features: { liveChat: env.bool('PORTAL_LIVE_CHAT', false) },
      chat: { identitySecret: env('PORTAL_CHAT_SECRET', ''), origins: env('PORTAL_CHAT_ORIGINS') ? env.array('PORTAL_CHAT_ORIGINS') : null },
      webhooks: { endpoints: null, privateHosts: env('PORTAL_WEBHOOK_PRIVATE_HOSTS') ? env.array('PORTAL_WEBHOOK_PRIVATE_HOSTS') : null },
      push: { publicKey: env('PORTAL_PUSH_PUBLIC_KEY', ''), privateKey: env('PORTAL_PUSH_PRIVATE_KEY', ''), contact: env('PORTAL_PUSH_CONTACT', ''), anyAddress: env.bool('PORTAL_PUSH_ANY_ADDRESS', false) },
      replies: { undoSeconds: env.int('PORTAL_UNDO_SECONDS', 5) },
      answers: answers(env),
      realtime: {
        enabled: env.bool('PORTAL_LIVE', true),
        redisUrl: env('PORTAL_REDIS_URL', ''),
        limits: { perCustomer: env.int('PORTAL_LIVE_PER_CUSTOMER', 20), perAddress: env.int('PORTAL_LIVE_PER_ADDRESS', 500) },
      },
    },
  },
  email: { config: smtp(env) },
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET'), jwtManagement: 'refresh', sessions: { httpOnly: true } } },
  upload: { config: { sizeLimit: 200 * 1024 * 1024, security: { deniedTypes: ['image/svg+xml', 'text/html'] } } },
});
