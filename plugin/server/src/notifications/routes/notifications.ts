import { settingsActions } from '../../../../contracts/settings';
import { adminRoute } from '../../platform/admin-route';
import type { Route } from '../../platform/domain';
import { customerRoute } from '../../segments/routes/customer-route';

const feedReaders = 'A feed reader has no session; the token was made for it alone, and its owner takes it back.';
const mailPrograms = 'Mail programs end mails for their owner without a login (RFC 8058); the token in the mail is the proof.';

export const notificationRoutes: Route[] = [
  customerRoute('GET', '/notifications', 'notifications.index'),
  customerRoute('POST', '/notifications/readings', 'notifications.read'),
  customerRoute('GET', '/me/notification-choices', 'notifications.choices'),
  customerRoute('PUT', '/me/notification-choices', 'notifications.choose'),
  customerRoute('POST', '/me/notification-feed', 'notifications.openFeed'),
  customerRoute('DELETE', '/me/notification-feed', 'notifications.closeFeed'),
  customerRoute('GET', '/me/push-subscriptions', 'push-subscriptions.index'),
  customerRoute('POST', '/me/push-subscriptions', 'push-subscriptions.create', undefined, 'changes'),
  customerRoute('PUT', '/me/push-subscriptions/:id', 'push-subscriptions.update'),
  customerRoute('DELETE', '/me/push-subscriptions/:id', 'push-subscriptions.destroy'),
  { method: 'GET', path: '/notifications/feeds/:token', handler: 'notifications.feed', config: { auth: false, why: feedReaders } },
  { method: 'GET', path: '/notifications/leavings/:token', handler: 'notifications.leaving', config: { auth: false, why: mailPrograms } },
  { method: 'POST', path: '/notifications/leavings/:token', handler: 'notifications.leave', config: { auth: false, why: mailPrograms } },
];

export const failedMailRoutes: Route[] = [
  adminRoute('GET', '/mails/failed', 'failed-mails.index', settingsActions.mails),
  adminRoute('POST', '/mails/failed/:id/sendings', 'failed-mails.sendAgain', settingsActions.mails),
  adminRoute('DELETE', '/mails/failed/:id', 'failed-mails.giveUp', settingsActions.mails),
];
