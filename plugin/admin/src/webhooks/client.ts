import type { NewWebhook, Webhook, WebhookChange, WebhookMessage } from '../../../contracts/webhooks';
import { get, post, put, remove } from '../desk/ask';

const base = '/portal/settings/webhooks';

/** GET /portal/settings/webhooks */
export const listWebhooks = (signal?: AbortSignal): Promise<Webhook[]> => get(base, signal);
/** POST /portal/settings/webhooks: the only answer with the secret. */
export const createWebhook = (change: WebhookChange): Promise<NewWebhook> => post(base, change);
/** PUT /portal/settings/webhooks/:id */
export const changeWebhook = (id: number, change: WebhookChange): Promise<Webhook> => put(`${base}/${id}`, change);
/** DELETE /portal/settings/webhooks/:id */
export const removeWebhook = (id: number): Promise<{ id: number }> => remove(`${base}/${id}`);
/** POST /portal/settings/webhooks/:id/secrets */
export const renewSecret = (id: number): Promise<NewWebhook> => post(`${base}/${id}/secrets`, {});
/** GET /portal/settings/webhooks/:id/messages */
export const listMessages = (id: number, signal?: AbortSignal): Promise<WebhookMessage[]> => get(`${base}/${id}/messages`, signal);
/** POST /portal/settings/webhooks/:id/messages */
export const sendTest = (id: number): Promise<WebhookMessage> => post(`${base}/${id}/messages`, {});
/** POST /portal/settings/webhooks/:id/messages/:message/sendings */
export const sendAgain = (id: number, message: number): Promise<WebhookMessage> => post(`${base}/${id}/messages/${message}/sendings`, {});
