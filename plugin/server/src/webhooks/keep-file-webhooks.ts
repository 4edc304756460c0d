import type { WebhookSettings } from '../../../contracts/webhooks';
import { rows } from '../platform/rows';
import { putRow } from '../platform/write-rows';
import type { Strapi } from '../platform/domain';
import { wayTo } from './addresses';
import type { WebhookRow } from './rows';

/** Makes the table say what config/plugins.ts says: those that left the file are off, with what they were told. An address that nothing is sent to stops the start. */
export const keepFileWebhooks = async (strapi: Strapi): Promise<void> => {
  const { endpoints, privateHosts } = strapi.config.get<WebhookSettings>('plugin::portal.webhooks');
  const named = endpoints ?? [];
  for (const { name, address, events, withEmail } of named) {
    if (wayTo(address, privateHosts ?? []) === null) throw new Error(`config/plugins.ts: portal.webhooks.endpoints "${name}": ${address} is no https address of the public internet. Use one, or name its host in portal.webhooks.privateHosts.`);
    await putRow<WebhookRow>(strapi, 'webhook', { fileName: name }, { name, address, events, withEmail: withEmail === true, active: true, sealed: null });
  }
  await rows<WebhookRow>(strapi, 'webhook').updateMany({ where: { fileName: { $notNull: true, ...(named.length > 0 ? { $notIn: named.map(({ name }) => name) } : {}) } }, data: { active: false } });
};
