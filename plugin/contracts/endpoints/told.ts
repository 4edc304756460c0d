import { z } from 'zod';
import { dashboard } from '../dashboard';
import * as notices from '../notifications';
import * as privacy from '../privacy';
import { pushBrowsers, pushChange, pushSubscription } from '../push';
import type { Endpoints } from './endpoint';

const feed = z.object({ feed: z.string().nullable() });

/** What customers are told, and their own data: `dashboard`, `notifications`, `me/exports`, `me/erasure`. */
export const toldEndpoints = {
  'GET /dashboard': { says: 'Where the customer stands, in one call.', answers: { 200: dashboard } },
  'GET /notifications': { says: 'What he was told, the latest first.', query: notices.notificationQuery, answers: { 200: z.array(notices.notificationLine) }, paged: true },
  'POST /notifications/readings': { says: 'Says what was read; answers how many are left.', body: notices.notificationReading, answers: { 200: notices.notificationsLeft } },
  'GET /me/notification-choices': { says: 'Of what he is told, and how.', answers: { 200: notices.shownChoices } },
  'PUT /me/notification-choices': { says: 'Chooses all of it anew.', body: notices.notificationChoices, answers: { 200: notices.shownChoices } },
  'POST /me/notification-feed': { says: 'Makes an address of a feed; one that was there opens nothing any more.', answers: { 201: feed } },
  'DELETE /me/notification-feed': { says: 'Takes it back.', answers: { 200: feed } },
  'GET /me/push-subscriptions': { says: 'Browsers that tell him when the portal is not open.', answers: { 200: pushBrowsers } },
  'POST /me/push-subscriptions': { says: 'Adds one; the same again changes it.', body: pushSubscription, answers: { 201: pushBrowsers }, refusals: ['limit_reached'] },
  'PUT /me/push-subscriptions/:id': { says: 'Chooses whether messages show how they begin.', body: pushChange, answers: { 200: pushBrowsers } },
  'DELETE /me/push-subscriptions/:id': { says: 'Tells nothing there any more.', answers: { 200: pushBrowsers } },
  'GET /notifications/feeds/:token': { says: 'The newest notifications, for a feed reader.', answers: { 200: notices.notificationFeed } },
  'GET /notifications/leavings/:token': { says: 'Which mails a link in one of them ends; ends none.', answers: { 200: notices.leavingMails } },
  'POST /notifications/leavings/:token': { says: 'Ends them (RFC 8058).', takes: ['application/x-www-form-urlencoded', 'application/json'], answers: { 200: notices.leavingMails } },
  'POST /me/exports': { says: 'Has an archive made of all own data.', answers: { 201: privacy.dataExport }, refusals: ['verification_needed', 'export_under_way', 'too_many_requests'] },
  'GET /me/exports': { says: 'Archives, the latest first.', answers: { 200: z.array(privacy.dataExport) } },
  'GET /me/exports/:id': { says: 'How far one is.', answers: { 200: privacy.dataExport } },
  'GET /me/exports/:id/file': { says: 'The archive, to save.', answers: {}, answersFile: true, refusals: ['verification_needed', 'files_unavailable'] },
  'GET /me/erasure': { says: 'Whether the own data is to be erased; null where not.', answers: { 200: privacy.erasure.nullable() } },
  'POST /me/erasure': { says: 'Asks for it; a link is mailed.', body: privacy.erasureRequest, answers: { 202: privacy.erasure }, refusals: ['wrong_credentials', 'verification_needed', 'erasure_under_way', 'too_many_requests', 'wrong_code'] },
  'DELETE /me/erasure': { says: 'Takes it back.', answers: { 200: z.null() }, refusals: ['erasure_under_way'] },
  'POST /erasure-confirmations': { says: 'Confirms it with the mailed code.', body: privacy.erasureConfirmation, answers: { 200: privacy.erasure }, refusals: ['code_invalid'] },
} as const satisfies Endpoints;
