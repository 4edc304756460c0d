import { auditLog, portalItself } from '../../audit/services/audit-log';
import { claimDue } from '../../platform/claim';
import { after, days, minutes, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { postOutside } from '../../platform/post-outside';
import type { PostAnswer } from '../../platform/post-outside';
import { queueRunner } from '../../platform/queue-runner';
import { rows } from '../../platform/rows';
import { insertRowsOnce } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { wayTo } from '../addresses';
import { nextAttempt } from '../pauses';
import type { WebhookMessageRow, WebhookRow } from '../rows';
import { signatureOf } from '../signature';
import { webhookPayloads } from './webhook-payloads';
import { webhookSecrets } from './webhook-secrets';

type Unsent = Pick<WebhookMessageRow, 'id' | 'key' | 'webhookId' | 'event' | 'subject' | 'about' | 'happenedAt' | 'attempts'>;
/** A message that is to be sent: told twice of one occasion, it is sent once. */
export type OutgoingWebhook = Pick<WebhookMessageRow, 'key' | 'webhookId' | 'event' | 'subject' | 'about'> & { happenedAt: Date };

const due = { table: 'portal_webhook_messages', columns: ['id', 'key', 'webhook_id as webhookId', 'event', 'subject', 'about', 'happened_at as happenedAt', 'attempts'], state: 'queued', limit: 10, leaseMs: minutes(2) };
/** What is over is shown so long. */
const shownFor = days(30);
const gone = 410;

const wordsOf = (error: unknown): string => ((error as { code?: string }).code ?? (error instanceof Error ? error.name : 'Error')).slice(0, 200);

/** A queue of what other systems are to be told, each message signed for its address. */
export const webhookQueue = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<WebhookMessageRow>(strapi, 'webhook-message');
  const hooks = rows<WebhookRow>(strapi, 'webhook');
  const settle = (message: Unsent, data: Partial<WebhookMessageRow>) => table.updateMany({ where: { id: message.id }, data: { ...data, lockedUntil: null } });
  const tellAdmins = (hook: WebhookRow, facts: object): Promise<void> => getService(strapi, 'audit-log', auditLog).note(portalItself, { what: `webhook ${hook.name}`, action: 'given_up', after: facts });

  const post = async (hook: WebhookRow, { key }: Unsent, body: string): Promise<PostAnswer> => {
    const way = wayTo(hook.address, strapi.config.get<string[] | null>('plugin::portal.webhooks.privateHosts') ?? []);
    if (way === null) throw Object.assign(new Error('Refused: no public https address'), { code: 'EREFUSED' });
    const second = Math.floor(now().getTime() / 1000);
    const signature = signatureOf(getService(strapi, 'webhook-secrets', webhookSecrets).of(hook), key, second, body);
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'strapi-plugin-customer-portal', 'webhook-id': key, 'webhook-timestamp': String(second), 'webhook-signature': signature };
    return postOutside({ address: hook.address, headers, body }, way === 'private');
  };

  const fail = async (hook: WebhookRow, message: Unsent, answer: PostAnswer | null, lastError: string | null): Promise<void> => {
    const attempts = message.attempts + 1;
    const status = answer?.status ?? null;
    const availableAt = status === gone ? null : nextAttempt(attempts, now(), answer?.retryAfterMs ?? null);
    await settle(message, { attempts, status, lastError, ...(availableAt ? { availableAt } : { state: 'failed' as const }) });
    if (availableAt) return;
    // Whoever says that it is gone wants no more of it (Standard Webhooks).
    if (status === gone) await hooks.updateMany({ where: { id: hook.id }, data: { active: false } });
    await tellAdmins(hook, { message: message.key, event: message.event, status, error: lastError, ...(status === gone ? { active: false } : {}) });
  };

  /** Null where nothing is left to tell. */
  const attempt = async (hook: WebhookRow, message: Unsent): Promise<PostAnswer | null> => {
    const body = await getService(strapi, 'webhook-payloads', webhookPayloads).of(message, hook.withEmail);
    return body === null ? null : post(hook, message, body);
  };

  const send = async (message: Unsent): Promise<void> => {
    const hook = await hooks.findOne({ where: { id: message.webhookId } });
    if (!hook || !(hook.active || message.event === 'webhook.tested')) return void (await settle(message, { state: 'dropped' }));
    const answer = await attempt(hook, message).catch((error: unknown) => wordsOf(error));
    if (typeof answer === 'string') return fail(hook, message, null, answer);
    if (answer === null) return void (await settle(message, { state: 'dropped' }));
    if (answer.status >= 200 && answer.status < 300) return void (await settle(message, { state: 'sent', attempts: message.attempts + 1, status: answer.status, lastError: null }));
    return fail(hook, message, answer, null);
  };

  const { runDue: sendDue, runSoon: sendSoon, stop } = queueRunner(strapi, { claim: () => claimDue<Unsent>(strapi, due), work: send });
  return {
    /** Writes messages, in the caller's transaction if there is one. Call `sendSoon` after the commit, or leave it to the job. */
    enqueue: async (messages: OutgoingWebhook[]): Promise<void> =>
      void (await insertRowsOnce<WebhookMessageRow, 'key'>(strapi, 'webhook-message', messages.map((message) => ({ ...message, state: 'queued' as const, attempts: 0, availableAt: now() })), 'key')),
    sendDue,
    sendSoon,
    stop,
    forgetOld: () => table.deleteMany({ where: { state: { $ne: 'queued' }, createdAt: { $lt: after(now(), -shownFor) } } }),
  };
};
