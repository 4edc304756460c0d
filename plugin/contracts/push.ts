import { z } from 'zod';
import { moment } from './moment';
import type { Language } from './accounts';
import type { NotificationKind } from './policy';

/** In so many browsers one customer may be told at once. */
export const mostPushBrowsers = 10;

const base64url = (most: number) => z.string().max(most).regex(/^[A-Za-z0-9_-]+={0,2}$/);
/**
 * POST me/push-subscriptions: what `PushSubscription.toJSON()` says (W3C Push API). Sent again, of the same browser, it
 * changes what is there. `withText`: messages may show how they begin.
 */
export const pushSubscription = z.strictObject({
  endpoint: z.url().max(1000),
  keys: z.strictObject({ p256dh: base64url(100), auth: base64url(40) }),
  withText: z.boolean().default(false),
});
export type PushSubscription = z.infer<typeof pushSubscription>;

/** PUT me/push-subscriptions/:id */
export const pushChange = z.strictObject({ withText: z.boolean() });
export type PushChange = z.infer<typeof pushChange>;

/** A browser that shows notifications when the portal is not open. */
export const pushBrowser = z.object({
  id: z.string(),
  device: z.string().describe('What the browser calls itself (User-Agent).'),
  withText: z.boolean(),
  createdAt: moment,
  current: z.boolean().describe('The one that asks.'),
}).meta({ id: 'PushBrowser' });
export type PushBrowser = z.infer<typeof pushBrowser>;
/** GET me/push-subscriptions */
export const pushBrowsers = z.object({
  publicKey: z.string().describe('For `PushManager.subscribe({ applicationServerKey })`; base64url.'),
  browsers: z.array(pushBrowser),
}).meta({ id: 'PushBrowsers' });
export type PushBrowsers = z.infer<typeof pushBrowsers>;

/** What is sent, encrypted for one browser (RFC 8291): site/src/features/app/service-worker.js shows it. */
export interface PushMessage {
  kind: NotificationKind;
  language: Language;
  title: string;
  /** What it is about, and how the message begins where its reader wished that. */
  body: string;
  /** Path and query on this origin. */
  path: string;
  /** A later message of the same tag takes the place of an earlier one. */
  tag: string;
  /** For the badge of the app. */
  unread: number;
}
