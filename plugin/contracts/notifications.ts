import { z } from 'zod';
import { pageNumber, pageSize } from './platform';
import type { AddressTrouble } from './mails';
import { notificationKinds } from './policy';
import type { NotificationKind } from './policy';

export { notificationKinds };
export type { NotificationKind };

/** Ways on which somebody hears of something. `digest`: once a day, in one mail. `push`: in browsers that he allowed it. */
export const notificationChannels = ['page', 'mail', 'digest', 'push'] as const;
export type NotificationChannel = (typeof notificationChannels)[number];
/** A request that just arrived is confirmed by mail or not at all: whoever sent it knows. */
export const channelsOf = (kind: NotificationKind): readonly NotificationChannel[] => (kind === 'received' ? ['mail'] : notificationChannels);

// Ids are integers of 32 bits; PostgreSQL answers a larger one with an error instead of nothing.
const rowId = z.number().int().positive().max(2_147_483_647);

/** GET notifications: the latest first; `unread` leaves out what was read. */
export const notificationQuery = z.strictObject({ page: pageNumber.default(1), pageSize: pageSize.default(25), unread: z.enum(['yes']).optional() });
export type NotificationQuery = z.infer<typeof notificationQuery>;

/** One thing that happened, as the customer whom it concerns is told. */
export interface NotificationLine {
  id: number;
  kind: NotificationKind;
  /** What it is about: the subject of a request, the title of an incident. */
  title: string;
  /** Who did it; empty where nobody in particular did. */
  by: string;
  /** The request it is about; null for an incident. */
  reference: string | null;
  /** What a request became, where that is the news. */
  state: 'solved' | 'closed' | 'open' | null;
  read: boolean;
  createdAt: string;
}

/** POST notifications/readings: some, all up to the newest that was seen, or those about one request. */
export const notificationReading = z.union([
  z.strictObject({ ids: z.array(rowId).min(1).max(100) }),
  z.strictObject({ upTo: rowId }),
  z.strictObject({ ticket: z.string().min(1).max(40) }),
]);
export type NotificationReading = z.infer<typeof notificationReading>;
/** The answer: how many are left. */
export interface NotificationsLeft {
  unread: number;
}

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const channels = z.array(z.enum(notificationChannels)).max(notificationChannels.length);
const choices = z.strictObject({ received: channels, reply: channels, message: channels, solved: channels, added: channels, incident: channels } satisfies Record<NotificationKind, typeof channels>);
/** PUT me/notification-choices: all of them, as one form has them. Quiet hours may go over midnight; both or none are given. */
export const notificationChoices = z
  .strictObject({ choices, quietFrom: clockTime.nullable(), quietUntil: clockTime.nullable(), digestHour: z.number().int().min(0).max(23) })
  .refine(({ quietFrom, quietUntil }) => (quietFrom === null) === (quietUntil === null), { path: ['quietUntil'], params: { rule: 'required' } })
  .refine(({ quietFrom, quietUntil }) => quietFrom === null || quietFrom !== quietUntil, { path: ['quietUntil'], params: { rule: 'not_allowed' } });
export type NotificationChoices = z.infer<typeof notificationChoices>;

/** GET me/notification-choices */
export interface ShownChoices extends NotificationChoices {
  /** The token that ends the address of his own feed; null where there is none. */
  feed: string | null;
  /** Mails do not reach him. */
  trouble: AddressTrouble | null;
}

/** GET notifications/feeds/:token: the newest things of whoever made the address. */
export interface NotificationFeed {
  language: string;
  items: NotificationLine[];
}

/** GET and POST notifications/leavings/:token: which mails end, and whether they have ended. */
export interface LeavingMails {
  kind: NotificationKind | 'digest';
  ended: boolean;
}
