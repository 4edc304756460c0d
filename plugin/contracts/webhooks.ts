import { z } from 'zod';
import { chatHappening } from './chat';
import { moment } from './moment';
import { priorities, ticketStates } from './tickets';

/** What other systems can be told of, signed, at an address that an admin names: docs/WEBHOOKS.md. */

/** The happenings that can be told. */
export const webhookEvents = ['ticket.opened', 'ticket.customer_replied', 'ticket.agent_replied', 'ticket.state_changed', 'ticket.rated', 'chat.ended', 'webhook.tested'] as const;
export type WebhookEvent = (typeof webhookEvents)[number];
/** Those that somebody chooses; the last one comes when an admin asks for it. */
export const chosenEvents = webhookEvents.filter((name): name is Exclude<WebhookEvent, 'webhook.tested'> => name !== 'webhook.tested');

const address = z.url({ protocol: /^https?$/ }).max(1000);
const name = z.string().trim().min(1).max(80);
const events = z.array(z.enum(chosenEvents)).min(1).max(chosenEvents.length);

/** POST and PUT /portal/settings/webhooks. `withEmail`: also tells the customer's address, which is left out else. */
export const webhookChange = z.strictObject({ name, address, events, active: z.boolean().default(true), withEmail: z.boolean().default(false) });
export type WebhookChange = z.infer<typeof webhookChange>;

/** `whsec_` and the key in base64, as Standard Webhooks writes it: 24 to 64 bytes. */
export const webhookSecret = z.string().regex(/^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/, 'must be whsec_ and 24 to 64 random bytes in base64');
/** `webhooks` in config/plugins.ts. */
export const webhookSettings = z.strictObject({
  endpoints: z.array(z.strictObject({ name, address, events, secret: webhookSecret, withEmail: z.boolean().default(false) })).max(50).nullable().describe('addresses that are told what happens, kept by the file: `[{ name, address, events, secret, withEmail }]` ([WEBHOOKS.md](WEBHOOKS.md)); the admin shows them and changes none'),
  privateHosts: z.array(z.string().trim().toLowerCase().min(1).max(260)).max(50).nullable().describe('hosts of the own house that webhooks may be sent to, over http too, such as `crm.internal` or `127.0.0.1:4000`'),
});
export type WebhookSettings = z.infer<typeof webhookSettings>;

/** GET /portal/settings/webhooks */
export interface Webhook {
  id: number;
  name: string;
  address: string;
  events: WebhookEvent[];
  active: boolean;
  withEmail: boolean;
  /** config/plugins.ts keeps it. */
  inConfig: boolean;
  /** Messages that were given up within the last thirty days. */
  failed: number;
  createdAt: string;
}
/** POST /portal/settings/webhooks and POST …/:id/secrets: only here is the secret. */
export interface NewWebhook extends Webhook {
  secret: string;
}

/** GET /portal/settings/webhooks/:id/messages: the last fifty, the latest first. */
export interface WebhookMessage {
  id: number;
  /** `webhook-id` of the message: the same in each attempt. */
  key: string;
  event: WebhookEvent;
  /** The ticket's reference, or the chat's key. */
  subject: string;
  /** `dropped`: what it was about is gone, or the webhook was switched off. */
  state: 'queued' | 'sent' | 'failed' | 'dropped';
  attempts: number;
  /** What the address answered last; null where nobody did. */
  status: number | null;
  error: string | null;
  /** When it is tried again; null where it is not. */
  nextAt: string | null;
  createdAt: string;
}

const person = z.object({ name: z.string(), email: z.string().optional().describe('Only where the webhook was made with it.') });
const ticket = z.object({
  reference: z.string(),
  subject: z.string(),
  state: z.enum(ticketStates),
  priority: z.enum(priorities),
  category: z.string().describe('Its slug.'),
  requester: person,
  createdAt: moment,
  updatedAt: moment,
});
const message = z.object({ id: z.string(), author: z.object({ kind: z.enum(['customer', 'agent']), name: z.string() }), body: z.string().describe('What was typed (Markdown subset).'), createdAt: moment });
const told = <Type extends WebhookEvent, Data extends z.ZodType>(type: Type, data: Data) => z.object({ type: z.literal(type), timestamp: moment.describe('When it happened.'), data });

/** The body of every message. Nothing goes out that is not named here. */
export const webhookPayload = z.discriminatedUnion('type', [
  told('ticket.opened', z.object({ ticket, message })),
  told('ticket.customer_replied', z.object({ ticket, message })),
  told('ticket.agent_replied', z.object({ ticket, message })),
  told('ticket.state_changed', z.object({ ticket, change: z.object({ from: z.enum(ticketStates).nullable(), to: z.enum(ticketStates) }) })),
  told('ticket.rated', z.object({ ticket, score: z.number().int() })),
  told('chat.ended', z.object({ chat: z.object({ key: z.string(), how: chatHappening, ticket: z.string().nullable().describe('Reference of the request that it became.'), waitedSeconds: z.number().int().nullable(), lastedSeconds: z.number().int() }) })),
  told('webhook.tested', z.object({ webhook: z.string() })),
]);
export type WebhookPayload = z.infer<typeof webhookPayload>;
