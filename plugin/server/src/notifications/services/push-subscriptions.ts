import { createECDH, createHash } from 'node:crypto';
import type { Language } from '../../../../contracts/accounts';
import { mostPushBrowsers } from '../../../../contracts/push';
import type { PushBrowsers, PushChange, PushSubscription } from '../../../../contracts/push';
import { sessions } from '../../accounts/services/sessions';
import type { Viewer } from '../../accounts/viewer';
import { customers } from '../../accounts/services/customers';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { sealing } from '../../platform/services/sealing';
import { readRows } from '../../platform/statements';
import { couldBeKey, newToken } from '../../platform/tokens';
import { fieldError, refuseFields } from '../../platform/validate';
import { putRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { toIso } from '../../tickets/serialize';
import { mayPostTo } from '../push/post';
import type { PushSubscriptionRow } from '../rows';
import { notificationChoices } from './notification-choices';
import { pushKeys } from './push-keys';

/** A browser that somebody is told in. */
export interface ToldBrowser {
  id: number;
  customerId: number;
  language: Language;
  withText: boolean;
  unread: number;
}
type Open = Omit<ToldBrowser, 'withText'> & { sessionId: number; withText: boolean | number };
/** What is needed to send to a browser. */
export type Sealed = Pick<PushSubscription, 'endpoint' | 'keys'>;

const toldSql = (count: number): string => `select s.id, s.customer_id as "customerId", s.session_id as "sessionId", s.with_text as "withText", c.language, coalesce(c.unread, 0) as unread
  from portal_push_subscriptions s join portal_customers c on c.id = s.customer_id where s.customer_id in (${Array.from({ length: count }, () => '?').join(', ')})`;

/** A point on the curve: anything else would fail at every message. */
const isPoint = (p256dh: string): boolean => {
  const own = createECDH('prime256v1');
  own.generateKeys();
  try {
    return own.computeSecret(Buffer.from(p256dh, 'base64url')).length === 32;
  } catch {
    return false;
  }
};

/** The browsers in which customers are told. One lasts as long as the session that allowed it: who signs out, or is signed out, hears nothing more there. */
export const pushSubscriptions = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<PushSubscriptionRow>(strapi, 'push-subscription');
  const box = () => getService(strapi, 'sealing', sealing);
  const openSessions = (ids: number[]): Promise<Set<number>> => getService(strapi, 'sessions', sessions).stillOpen([...new Set(ids)]);
  const anyAddress = (): boolean => strapi.config.get<boolean>('plugin::portal.push.anyAddress');

  /** His, without those whose session has ended: they go. */
  const living = async (customerId: number): Promise<PushSubscriptionRow[]> => {
    const found = await table.findMany({ where: { customerId }, orderBy: { id: 'desc' }, limit: 100 });
    const open = await openSessions(found.map(({ sessionId }) => sessionId));
    const over = found.filter(({ sessionId }) => !open.has(sessionId));
    if (over.length > 0) await table.deleteMany({ where: { id: { $in: over.map(({ id }) => id) } } });
    return found.filter(({ sessionId }) => open.has(sessionId));
  };

  const check = ({ endpoint, keys }: PushSubscription): void => {
    const faults = [...(mayPostTo(endpoint, anyAddress()) ? [] : ['endpoint']), ...(isPoint(keys.p256dh) ? [] : ['keys.p256dh']), ...(Buffer.from(keys.auth, 'base64url').length === 16 ? [] : ['keys.auth'])];
    if (faults.length > 0) refuseFields(faults.map((path) => fieldError(path, 'malformed')));
  };

  const find = async (customerId: number, key: string): Promise<PushSubscriptionRow> => {
    const found = couldBeKey(key) ? await table.findOne({ where: { customerId, key } }) : null;
    if (!found) throw notFound();
    return found;
  };

  return {
    async show({ customerId, sessionId }: Viewer): Promise<PushBrowsers> {
      const { publicKey } = await getService(strapi, 'push-keys', pushKeys).pair();
      const browsers = (await living(customerId)).map((row) => ({ id: row.key, device: row.device ?? '', withText: Boolean(row.withText), createdAt: toIso(row.createdAt), current: row.sessionId === sessionId }));
      return { publicKey, browsers };
    },

    /** Lets a browser be told; the same again changes it, and one that was another's is now his. 400 for an address that is not public, 409 `limit_reached` for one too many. */
    async add({ customerId, sessionId }: Viewer, given: PushSubscription, device: string): Promise<void> {
      check(given);
      const endpointHash = createHash('sha256').update(given.endpoint).digest('hex');
      await inTransaction(strapi, async () => {
        await getService(strapi, 'customers', customers).hold(customerId);
        const others = (await living(customerId)).filter((row) => row.endpointHash !== endpointHash);
        if (others.length >= mostPushBrowsers) throw new Refusal('limit_reached', `You are told in ${mostPushBrowsers} browsers already. Remove one first.`);
        const sealed = box().seal(JSON.stringify({ endpoint: given.endpoint, keys: given.keys }), `push:${customerId}`);
        // Another session of this browser has none of its own: it is one browser.
        await table.deleteMany({ where: { customerId, sessionId, endpointHash: { $ne: endpointHash } } });
        await putRow<PushSubscriptionRow>(strapi, 'push-subscription', { endpointHash }, { key: newToken().slice(0, 22), customerId, sessionId, sealed, device: device.slice(0, 200), withText: given.withText });
        if (others.length === 0) await getService(strapi, 'notification-choices', notificationChoices).allowPush(customerId);
      });
    },

    /** 404 for another's. */
    async change(customerId: number, key: string, change: PushChange): Promise<void> {
      await table.updateMany({ where: { id: (await find(customerId, key)).id }, data: change });
    },
    async remove(customerId: number, key: string): Promise<void> {
      await table.deleteMany({ where: { id: (await find(customerId, key)).id } });
    },

    /** Where some customers are told now. */
    async told(customerIds: number[]): Promise<ToldBrowser[]> {
      if (customerIds.length === 0) return [];
      const found = await readRows<Open>(strapi, toldSql(customerIds.length), customerIds);
      const open = await openSessions(found.map(({ sessionId }) => sessionId));
      return found.filter(({ sessionId }) => open.has(sessionId)).map(({ id, customerId, language, unread, withText }) => ({ id, customerId, language, unread, withText: Boolean(withText) }));
    },

    /** What sending to a browser needs; null for one that is gone, or whose session has ended meanwhile. */
    async open(id: number): Promise<Sealed | null> {
      const found = await table.findOne({ where: { id } });
      if (!found || !(await openSessions([found.sessionId])).has(found.sessionId)) return null;
      return JSON.parse(box().open(found.sealed, `push:${found.customerId}`)) as Sealed;
    },
    /** Its browser took it back, or its service knows it no more. */
    forget: async (id: number): Promise<void> => void (await table.deleteMany({ where: { id } })),
  };
};
