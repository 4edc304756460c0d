import { notificationKinds } from '../../../../contracts/notifications';
import type { NotificationChoices, NotificationKind, ShownChoices } from '../../../../contracts/notifications';
import { customers } from '../../accounts/services/customers';
import type { Viewer } from '../../accounts/viewer';
import { bouncedAddresses } from '../../mail/services/bounced-addresses';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { readRows, storedJson } from '../../platform/statements';
import { newToken } from '../../platform/tokens';
import { putRow } from '../../platform/write-rows';
import { sealingSecret } from '../../platform/secrets';
import type { Strapi } from '../../platform/domain';
import { effectivePolicy } from '../../segments/services/policies';
import type { EffectivePolicy } from '../../segments/resolve-policy';
import { channelsFor } from '../delivery';
import type { Wishes } from '../delivery';
import { sealFeed } from '../feed-token';
import type { NotificationChoiceRow, OwnChoices, PushSubscriptionRow } from '../rows';

interface Columns {
  customerId: number;
  timeZone: string;
  choices: OwnChoices | string | null;
  quietFrom: string | null;
  quietUntil: string | null;
  digestHour: number | null;
  hasBrowser: boolean | number;
}
const wishesSql = (count: number): string =>
  `select c.id as "customerId", c.time_zone as "timeZone", n.choices, n.quiet_from as "quietFrom", n.quiet_until as "quietUntil", n.digest_hour as "digestHour",
    exists (select 1 from portal_push_subscriptions s where s.customer_id = c.id) as "hasBrowser"
    from portal_customers c left join portal_notification_choices n on n.customer_id = c.id where c.id in (${Array.from({ length: count }, () => '?').join(', ')})`;
const standardHour = 8;
/** Who chose nothing, and is gone besides. */
export const noWishes: Wishes = { timeZone: 'UTC', choices: {}, quietFrom: null, quietUntil: null, digestHour: standardHour, hasBrowser: false };

/** What customers want to hear of, on which ways, and when. */
export const notificationChoices = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<NotificationChoiceRow>(strapi, 'notification-choice');
  const secret = (): string => sealingSecret(strapi);
  const row = (customerId: number) => table.findOne({ where: { customerId } });

  /** What holds for whoever said nothing; of browsers nothing before there is one. */
  const standardOf = async (customerId: number, segment: string): Promise<EffectivePolicy['notifications']> => {
    const { notifications } = effectivePolicy(strapi, { segment });
    const hasBrowser = (await rows<PushSubscriptionRow>(strapi, 'push-subscription').count({ where: { customerId } })) > 0;
    return hasBrowser ? notifications : { ...notifications, push: [] };
  };

  return {
    /** The wishes of some customers, in one statement. */
    async of(ids: number[]): Promise<Map<number, Wishes>> {
      if (ids.length === 0) return new Map();
      const found = await readRows<Columns>(strapi, wishesSql(ids.length), ids);
      return new Map(found.map(({ customerId, choices, digestHour, hasBrowser, ...rest }) => [customerId, { ...rest, hasBrowser: Boolean(hasBrowser), choices: storedJson<OwnChoices>(choices ?? {}), digestHour: digestHour ?? standardHour }]));
    },

    /** All that his page of choices shows; where he said nothing, what holds for him. */
    async show({ customerId, email, ...viewer }: Viewer): Promise<ShownChoices> {
      const own = await row(customerId);
      const standard = await standardOf(customerId, viewer.segment);
      const held = notificationKinds.map((kind) => [kind, channelsFor(kind, { choices: own?.choices ?? {} }, standard)]);
      const bounce = await getService(strapi, 'bounced-addresses', bouncedAddresses).of(email);
      return {
        choices: Object.fromEntries(held) as NotificationChoices['choices'],
        quietFrom: own?.quietFrom ?? null,
        quietUntil: own?.quietUntil ?? null,
        digestHour: own?.digestHour ?? standardHour,
        feed: own?.feedKey ? sealFeed(customerId, own.feedKey, secret()) : null,
        trouble: bounce && { kind: bounce.kind, at: bounce.at },
      };
    },

    /** Takes all that the form has. */
    change: (customerId: number, { choices, quietFrom, quietUntil, digestHour }: NotificationChoices): Promise<void> =>
      putRow<NotificationChoiceRow>(strapi, 'notification-choice', { customerId }, { choices, quietFrom, quietUntil, digestHour }),

    /** Ends mails of one kind, or the digest; again, it changes nothing. */
    leave: (customerId: number, left: NotificationKind | 'digest', segment: string): Promise<void> =>
      inTransaction(strapi, async () => {
        const own = (await row(customerId))?.choices ?? {};
        const standard = await standardOf(customerId, segment);
        const [kinds, channel] = left === 'digest' ? [notificationKinds, 'digest'] : [[left], 'mail'];
        const changed = kinds.map((kind) => [kind, channelsFor(kind, { choices: own }, standard).filter((each) => each !== channel)]);
        await putRow<NotificationChoiceRow>(strapi, 'notification-choice', { customerId }, { choices: { ...own, ...(Object.fromEntries(changed) as OwnChoices) } });
      }),

    /** His first browser: what he chose before there was any knows nothing of it, and takes what those have who chose nothing. */
    async allowPush(customerId: number): Promise<void> {
      const own = (await row(customerId))?.choices;
      const viewer = own && (await getService(strapi, 'customers', customers).viewer(customerId));
      if (!viewer) return;
      const standard = effectivePolicy(strapi, viewer).notifications.push;
      const allowed = notificationKinds.flatMap((kind) => (own[kind] ? [[kind, [...own[kind].filter((each) => each !== 'push'), ...(standard.includes(kind) ? ['push' as const] : [])]]] : []));
      await putRow<NotificationChoiceRow>(strapi, 'notification-choice', { customerId }, { choices: { ...own, ...(Object.fromEntries(allowed) as OwnChoices) } });
    },

    /** A new address for his feed; one that he had before opens nothing any more. Answers its token. */
    async openFeed(customerId: number): Promise<string> {
      const feedKey = newToken();
      await putRow<NotificationChoiceRow>(strapi, 'notification-choice', { customerId }, { feedKey });
      return sealFeed(customerId, feedKey, secret());
    },

    /** From now on the address of his feed opens nothing. */
    closeFeed: (customerId: number) => table.updateMany({ where: { customerId }, data: { feedKey: null } }),

    /** What makes the token of somebody's feed; null where he has none. */
    feedKeyOf: async (customerId: number): Promise<string | null> => (await row(customerId))?.feedKey ?? null,
    secret,
  };
};
