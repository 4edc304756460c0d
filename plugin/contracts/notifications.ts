import { z } from 'zod';
import { pageNumber, pageSize } from './platform';
import { addressTrouble } from './mails';
import { moment } from './moment';
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
export const notificationLine = z.object({
  id: z.number().int(),
  kind: z.enum(notificationKinds),
  title: z.string().describe('What it is about: the subject of a request, the title of an incident.'),
  by: z.string().describe('Who did it; empty where nobody in particular did.'),
  reference: z.string().nullable().describe('The request it is about; null for an incident.'),
  state: z.enum(['solved', 'closed', 'open']).nullable().describe('What a request became, where that is the news.'),
  read: z.boolean(),
  createdAt: moment,
}).meta({ id: 'NotificationLine' });
export type NotificationLine = z.infer<typeof notificationLine>;

/** POST notifications/readings: some, all up to the newest that was seen, or those about one request. */
export const notificationReading = z.union([
  z.strictObject({ ids: z.array(rowId).min(1).max(100) }),
  z.strictObject({ upTo: rowId }),
  z.strictObject({ ticket: z.string().min(1).max(40) }),
]);
export type NotificationReading = z.infer<typeof notificationReading>;
/** The answer: how many are left. */
export const notificationsLeft = z.object({
  unread: z.number().int(),
}).meta({ id: 'NotificationsLeft' });
export type NotificationsLeft = z.infer<typeof notificationsLeft>;

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
export const shownChoices = notificationChoices.extend({
  feed: z.string().nullable().describe('The token that ends the address of his own feed; null where there is none.'),
  trouble: addressTrouble.nullable().describe('Mails do not reach him.'),
}).meta({ id: 'ShownChoices' });
export type ShownChoices = z.infer<typeof shownChoices>;

/** GET notifications/feeds/:token: the newest things of whoever made the address. */
export const notificationFeed = z.object({
  language: z.string(),
  items: z.array(notificationLine),
}).meta({ id: 'NotificationFeed' });
export type NotificationFeed = z.infer<typeof notificationFeed>;

/** GET and POST notifications/leavings/:token: which mails end, and whether they have ended. */
export const leavingMails = z.object({
  kind: z.union([z.enum(notificationKinds), z.literal('digest')]),
  ended: z.boolean(),
}).meta({ id: 'LeavingMails' });
export type LeavingMails = z.infer<typeof leavingMails>;
