import { createHash } from 'node:crypto';
import webPush from 'web-push';
import type { PushMessage } from '../../../../contracts/push';
import { claimDue, retryAt } from '../../platform/claim';
import { after, days, hours, minutes, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { postOutside } from '../../platform/post-outside';
import type { PostAnswer } from '../../platform/post-outside';
import { queueRunner } from '../../platform/queue-runner';
import { rows } from '../../platform/rows';
import { storedJson } from '../../platform/statements';
import { insertRowsOnce } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { mayPostTo } from '../push/post';
import type { PushMessageRow } from '../rows';
import { pushKeys } from './push-keys';
import { pushSubscriptions } from './push-subscriptions';
import type { Sealed } from './push-subscriptions';

/** A message for one browser; told twice of one occasion, it is sent once. */
export type OutgoingPush = Pick<PushMessageRow, 'key' | 'customerId' | 'subscriptionId'> & { message: PushMessage; notBefore: Date | null };
type Unsent = Pick<PushMessageRow, 'id' | 'subscriptionId' | 'message' | 'attempts' | 'createdAt'>;

const maxAttempts = 6;
/** What nobody could be told within a day is no news; before that it may have waited for the end of quiet hours. */
const lifetime = days(1);
const due = { table: 'portal_push_messages', columns: ['id', 'subscription_id as subscriptionId', 'message', 'attempts', 'created_at as createdAt'], state: 'queued', limit: 10, leaseMs: minutes(2) };
/** A later message of one request takes the place of an earlier one that still waits at the service. */
const topicOf = ({ tag }: PushMessage): string => createHash('sha256').update(tag).digest('base64url').slice(0, 32);
const waitsUntil = (answer: PostAnswer | null, attempts: number): Date => (answer?.retryAfterMs ? after(now(), Math.min(answer.retryAfterMs, hours(1))) : retryAt(attempts));

/** A queue of what browsers are to be told: written with the notification, sent after. */
export const pushQueue = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<PushMessageRow>(strapi, 'push-message');
  const browsers = () => getService(strapi, 'push-subscriptions', pushSubscriptions);

  const settle = (push: Unsent, data: Partial<PushMessageRow>) => table.updateMany({ where: { id: push.id }, data: { ...data, lockedUntil: null } });
  const finish = (push: Unsent, state: 'sent' | 'dropped') => settle(push, { state, message: null, attempts: push.attempts + 1 });

  const post = async (push: Unsent, to: Sealed): Promise<PostAnswer> => {
    const keys = getService(strapi, 'push-keys', pushKeys);
    const vapidDetails = { subject: keys.contact(), ...(await keys.pair()) };
    const options = { vapidDetails, TTL: lifetime / 1000, urgency: 'normal' as const, topic: topicOf(push.message as PushMessage), contentEncoding: 'aes128gcm' as const };
    const { endpoint, headers, body } = webPush.generateRequestDetails(to, JSON.stringify(push.message), options);
    const anywhere = strapi.config.get<boolean>('plugin::portal.push.anyAddress');
    if (!mayPostTo(endpoint, anywhere)) throw Object.assign(new Error('Refused: no public https address'), { code: 'EREFUSED' });
    return postOutside({ address: endpoint, headers: headers as Record<string, string>, body }, anywhere);
  };

  /** What becomes of a message: services say 404 or 410 of a browser that is gone for good (RFC 8030). */
  const judge = async (push: Unsent, answer: PostAnswer | null): Promise<void> => {
    const status = answer?.status ?? 0;
    if (status >= 200 && status < 300) return void (await finish(push, 'sent'));
    if (status === 404 || status === 410) {
      await browsers().forget(push.subscriptionId);
      return void (await finish(push, 'dropped'));
    }
    const attempts = push.attempts + 1;
    const canRetry = (answer === null || status === 429 || status >= 500) && attempts < maxAttempts;
    strapi.log.warn(`A push message could not be sent (attempt ${attempts}): ${status || 'nobody answered'}.`);
    await (canRetry ? settle(push, { attempts, availableAt: waitsUntil(answer, attempts) }) : finish(push, 'dropped'));
  };

  const send = async (push: Unsent): Promise<void> => {
    const to = await browsers().open(push.subscriptionId);
    if (!to || now().getTime() - new Date(push.createdAt).getTime() > 2 * lifetime) return void (await finish(push, 'dropped'));
    await judge(push, await post(push, to).catch((error: unknown) => refusedHere(error)));
  };
  /** An address that turned out to be in our own house is never asked again. */
  const refusedHere = (error: unknown): PostAnswer | null => ((error as { code?: string }).code === 'EREFUSED' ? { status: 410, retryAfterMs: null } : null);

  const { runDue: sendDue, runSoon: sendSoon, stop } = queueRunner(strapi, { claim: () => claimDue<Unsent>(strapi, due), work: (push) => send({ ...push, message: storedJson<PushMessage>(push.message ?? '{}') }) });

  return {
    /** Writes messages, in the caller's transaction if there is one. Call `sendSoon` after the commit, or leave it to the job. */
    enqueue: async (messages: OutgoingPush[]): Promise<void> =>
      void (await insertRowsOnce<PushMessageRow, 'key'>(strapi, 'push-message', messages.map(({ notBefore, ...message }) => ({ ...message, state: 'queued', attempts: 0, availableAt: notBefore ?? now() })), 'key')),

    sendDue,
    sendSoon,
    stop,

    /** The keys of what is done are kept for two days, so that an event that is told again is not sent again. */
    forgetOld: () => table.deleteMany({ where: { state: { $ne: 'queued' }, createdAt: { $lt: after(now(), -days(2)) } } }),
  };
};
