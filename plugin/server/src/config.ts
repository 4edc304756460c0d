import { z } from 'zod';
import { vectorSettings } from '../../contracts/search-vectors';
import { priorities } from '../../contracts/tickets';

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

const schema = z.strictObject({
  enabled: z.boolean(),
  url: z.string().regex(/^\/[a-z0-9-]+$/, 'must be one path segment such as /support'),
  brand: z.string().min(1, 'must be a name of 1 to 60 characters').max(60, 'must be a name of 1 to 60 characters'),
  hosts: z.array(z.string().min(1)),
  mail: z.strictObject({ transport: z.enum(['mailbox', 'email']), from: z.string().min(3) }),
  filesDirectory: z.string().min(1),
  /** Where customers reach the portal, when that is not Strapi's own address (the site as its own server). */
  publicUrl: z.string().refine((value) => value === '' || webAddress.safeParse(value).success, 'must be empty or a whole address such as https://help.example.com'),
  site: z.strictObject({ directory: z.string(), secret: z.string() }),
  features: z.strictObject({ ticketSubmission: z.boolean(), fileUploads: z.boolean(), knowledgeBase: z.boolean() }),
  priorities: z.array(z.enum(priorities)).min(1),
  search: z.strictObject({ vectors: vectorSettings }),
  limits: z.strictObject({
    maxFileSize: z.number().int().min(1).max(1_073_741_824),
    allowedFileTypes: z.array(z.string().regex(/^[a-z0-9]{1,10}$/)).max(50),
    maxFilesPerMessage: z.number().int().min(1).max(20),
    reopenWindowDays: z.number().int().min(0).max(3650),
    rateLimiting: z.strictObject({ ticketsPerDay: z.number().int().min(1), commentsPerHour: z.number().int().min(1) }),
  }),
  replies: z.strictObject({ undoSeconds: z.number().int().min(0).max(30) }),
  answers: answersSchema,
});
export type PortalConfig = z.infer<typeof schema>;

const defaults: PortalConfig = {
  enabled: true,
  url: '/support',
  brand: 'Help',
  hosts: [],
  mail: { transport: 'email', from: 'support@localhost' },
  filesDirectory: 'data/attachments',
  publicUrl: '',
  site: { directory: '', secret: '' },
  features: { ticketSubmission: true, fileUploads: true, knowledgeBase: true },
  priorities: ['low', 'normal', 'high'],
  search: { vectors: { provider: 'off', baseUrl: '', apiKey: '', model: '', folder: '', weight: null, timeoutMs: 300, leastLikeness: null, questionPrefix: '', passagePrefix: '' } },
  limits: {
    maxFileSize: 10_485_760,
    allowedFileTypes: ['pdf', 'jpg', 'png', 'doc', 'docx'],
    maxFilesPerMessage: 10,
    reopenWindowDays: 14,
    rateLimiting: { ticketsPerDay: 10, commentsPerHour: 20 },
  },
  replies: { undoSeconds: 5 },
  answers: { enabled: false, baseUrl: '', apiKey: '', model: '', timeoutMs: 20_000, maxTokens: 500, perCustomer: 20, perVisitor: 5, perDay: 500 },
};

/** Strapi's configuration hook. A wrong value stops the start and says what, where and how to mend it. */
export const config = {
  default: defaults,
  validator(given: unknown): void {
    const result = schema.safeParse(given);
    if (result.success) return;
    const faults = result.error.issues.map((issue) => `  portal.config.${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The customer portal cannot start with this configuration:\n${faults.join('\n')}\nMend it in config/plugins.ts; docs/CONFIGURATION.md lists every key.`);
  },
};
