import { channelsOf, notificationChannels } from '../../../contracts/notifications';
import type { NotificationChannel, NotificationKind } from '../../../contracts/notifications';
import type { EffectivePolicy } from '../segments/resolve-policy';
import { endOfQuiet, nextAt } from './clock-times';
import type { OwnChoices } from './rows';

/** How one customer wants to hear of things. */
export interface Wishes {
  timeZone: string;
  choices: OwnChoices;
  quietFrom: string | null;
  quietUntil: string | null;
  digestHour: number;
  /** He allowed some browser to tell him. */
  hasBrowser: boolean;
}
/** What becomes of one piece of news for one customer. */
export interface Delivery {
  page: boolean;
  mail: boolean;
  push: boolean;
  /** Neither mailed nor pushed before; null for at once. */
  notBefore: Date | null;
  digestAt: Date | null;
}

/** What those hear of who chose nothing. */
export const standardChannels = (kind: NotificationKind, standard: EffectivePolicy['notifications']): NotificationChannel[] =>
  notificationChannels.filter((channel) => channelsOf(kind).includes(channel) && standard[channel].includes(kind));

/** The channels that hold: his own choice, else the policy's. */
export const channelsFor = (kind: NotificationKind, { choices }: Pick<Wishes, 'choices'>, standard: EffectivePolicy['notifications']): NotificationChannel[] =>
  choices[kind]?.filter((channel) => channelsOf(kind).includes(channel)) ?? standardChannels(kind, standard);

/** `08:00` for 8. */
export const hourTime = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/**
 * On which ways news reach somebody, and when. That a request arrived is told at once: whoever just sent it is
 * awake, quiet hours or not.
 */
export const deliveryOf = (kind: NotificationKind, wishes: Wishes, standard: EffectivePolicy['notifications'], moment: Date): Delivery => {
  const channels = channelsFor(kind, wishes, standard);
  const { quietFrom, quietUntil, timeZone, digestHour } = wishes;
  const isQuiet = kind !== 'received' && quietFrom !== null && quietUntil !== null;
  return {
    page: channels.includes('page'),
    mail: channels.includes('mail'),
    push: wishes.hasBrowser && channels.includes('push'),
    notBefore: isQuiet ? endOfQuiet(moment, { from: quietFrom, until: quietUntil }, timeZone) : null,
    digestAt: channels.includes('digest') ? nextAt(moment, hourTime(digestHour), timeZone) : null,
  };
};
