import { settingsActions } from '../../../../contracts/settings';
import { adminRoute } from '../../platform/admin-route';
import type { Route } from '../../platform/domain';

const { webhooks } = settingsActions;

export const webhookRoutes: Route[] = [
  adminRoute('GET', '/settings/webhooks', 'webhooks.index', webhooks),
  adminRoute('POST', '/settings/webhooks', 'webhooks.create', webhooks),
  adminRoute('PUT', '/settings/webhooks/:id', 'webhooks.update', webhooks),
  adminRoute('DELETE', '/settings/webhooks/:id', 'webhooks.remove', webhooks),
  adminRoute('POST', '/settings/webhooks/:id/secrets', 'webhooks.renewSecret', webhooks),
  adminRoute('GET', '/settings/webhooks/:id/messages', 'webhooks.messages', webhooks),
  adminRoute('POST', '/settings/webhooks/:id/messages', 'webhooks.test', webhooks),
  adminRoute('POST', '/settings/webhooks/:id/messages/:message/sendings', 'webhooks.sendAgain', webhooks),
];
