import type { NewWebhook, Webhook, WebhookChange, WebhookEvent, WebhookMessage } from '../../../../contracts/webhooks';
import type { AuditAction } from '../../../../contracts/settings';
import { auditLog } from '../../audit/services/audit-log';
import type { Author } from '../../audit/services/audit-log';
import { after, days, now } from '../../platform/clock';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { readRows, storedJson } from '../../platform/statements';
import { newToken } from '../../platform/tokens';
import { fieldError, refuseFields } from '../../platform/validate';
import { insertRow, updateRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { toIso } from '../../tickets/serialize';
import { wayTo } from '../addresses';
import type { WebhookMessageRow, WebhookRow } from '../rows';
import { newSecret } from '../signature';
import { webhookQueue } from './webhook-queue';
import { webhookSecrets } from './webhook-secrets';

const most = 50;
const told = ({ name, address, events, active, withEmail }: Pick<WebhookRow, 'name' | 'address' | 'events' | 'active' | 'withEmail'>) => ({ name, address, events: storedJson<WebhookEvent[]>(events), active, withEmail });
const toMessage = ({ id, key, event, subject, state, attempts, status, lastError, availableAt, createdAt }: WebhookMessageRow): WebhookMessage => ({
  id, key, event, subject, state, attempts, status, error: lastError, nextAt: state === 'queued' ? toIso(availableAt) : null, createdAt: toIso(createdAt),
});

/** What admins do with webhooks; every change is in the audit log, and no key is. */
export const webhookEditing = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<WebhookRow>(strapi, 'webhook');
  const messages = rows<WebhookMessageRow>(strapi, 'webhook-message');
  const secrets = () => getService(strapi, 'webhook-secrets', webhookSecrets);
  const queue = () => getService(strapi, 'webhook-queue', webhookQueue);
  const note = (author: Author, name: string, action: AuditAction, change: { before?: object; after?: object }): Promise<void> => getService(strapi, 'audit-log', auditLog).note(author, { what: `webhook ${name}`, action, ...change });

  const find = async (id: number): Promise<WebhookRow> => {
    const row = await table.findOne({ where: { id } });
    if (!row) throw notFound();
    return row;
  };
  /** One that the file keeps is changed there. */
  const findOwn = async (id: number): Promise<WebhookRow> => {
    const row = await find(id);
    if (row.fileName !== null) throw new Refusal('access_refused', 'config/plugins.ts keeps this webhook. Change it there.');
    return row;
  };
  const failedOf = async (): Promise<Map<number, number>> => {
    const found = await readRows<{ id: number; count: number | string }>(strapi, `select webhook_id as id, count(*) as count from portal_webhook_messages where state = 'failed' and created_at > ? group by webhook_id`, [after(now(), -days(30))]);
    return new Map(found.map(({ id, count }) => [id, Number(count)]));
  };
  const toWebhook = (row: WebhookRow, failed: number): Webhook => ({ id: row.id, ...told(row), inConfig: row.fileName !== null, failed, createdAt: toIso(row.createdAt) });
  const show = async (id: number): Promise<Webhook> => toWebhook(await find(id), (await failedOf()).get(id) ?? 0);
  const checkAddress = ({ address }: WebhookChange): void => {
    if (wayTo(address, strapi.config.get<string[] | null>('plugin::portal.webhooks.privateHosts') ?? []) === null) refuseFields([fieldError('address', 'not_allowed')]);
  };

  return {
    show,
    /** All, the oldest first. */
    async list(): Promise<Webhook[]> {
      const failed = await failedOf();
      return (await table.findMany({ orderBy: { id: 'asc' }, limit: 2 * most })).map((row) => toWebhook(row, failed.get(row.id) ?? 0));
    },
    /** Makes one; its key is told only now. 400 at `address` for one that nothing is sent to, 409 `limit_reached`. */
    async create(change: WebhookChange, author: Author): Promise<NewWebhook> {
      checkAddress(change);
      if ((await table.count({})) >= most) throw new Refusal('limit_reached', 'There are as many webhooks as there can be. Remove one first.');
      const secret = newSecret();
      const id = await inTransaction(strapi, async () => {
        const made = await insertRow<WebhookRow>(strapi, 'webhook', { ...change, sealed: null, fileName: null });
        await updateRow<WebhookRow>(strapi, 'webhook', made, { sealed: secrets().seal(made, secret) });
        await note(author, change.name, 'created', { after: change });
        return made;
      });
      return { ...(await show(id)), secret };
    },
    /** Changes all of one. */
    async change(id: number, change: WebhookChange, author: Author): Promise<Webhook> {
      checkAddress(change);
      await inTransaction(strapi, async () => {
        const before = await findOwn(id);
        await updateRow<WebhookRow>(strapi, 'webhook', id, change);
        await note(author, change.name, 'changed', { before: told(before), after: change });
      });
      return show(id);
    },
    /** Removes one, with what it was told. */
    async remove(id: number, author: Author): Promise<void> {
      await inTransaction(strapi, async () => {
        const before = await findOwn(id);
        await messages.deleteMany({ where: { webhookId: id } });
        await table.deleteMany({ where: { id } });
        await note(author, before.name, 'removed', { before: told(before) });
      });
    },
    /** A new key; what the old one signed is refused from now on. */
    async renewSecret(id: number, author: Author): Promise<NewWebhook> {
      const secret = newSecret();
      await inTransaction(strapi, async () => {
        const row = await findOwn(id);
        await updateRow<WebhookRow>(strapi, 'webhook', id, { sealed: secrets().seal(id, secret) });
        await note(author, row.name, 'changed', { after: { secret: 'new' } });
      });
      return { ...(await show(id)), secret };
    },
    /** The last fifty messages, the latest first. */
    async messages(id: number): Promise<WebhookMessage[]> {
      await find(id);
      return (await messages.findMany({ where: { webhookId: id }, orderBy: { id: 'desc' }, limit: 50 })).map(toMessage);
    },
    /** Sends a message that says nothing but that it is one, also where the webhook is off. */
    async test(id: number): Promise<WebhookMessage> {
      const { name } = await find(id);
      const key = `msg_test_${newToken()}`;
      await queue().enqueue([{ key, webhookId: id, event: 'webhook.tested', subject: name, about: {}, happenedAt: now() }]);
      await queue().sendDue();
      const [row] = await messages.findMany({ where: { key }, limit: 1 });
      if (!row) throw notFound();
      return toMessage(row);
    },
    /** Sends a message again, with its own name and all its attempts; 404 for another webhook's. */
    async sendAgain(id: number, message: number, author: Author): Promise<WebhookMessage> {
      const hook = await find(id);
      const { count } = await messages.updateMany({ where: { id: message, webhookId: id, state: { $ne: 'queued' } }, data: { state: 'queued', attempts: 0, availableAt: now(), lockedUntil: null } });
      const row = await messages.findOne({ where: { id: message, webhookId: id } });
      if (!row) throw notFound();
      if (count > 0) await note(author, hook.name, 'sent_again', { after: { message: row.key } });
      queue().sendSoon();
      return toMessage(row);
    },
  };
};
