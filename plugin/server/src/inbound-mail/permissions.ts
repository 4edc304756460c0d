import { receivedMailActions } from '../../../contracts/inbound-mail';
import type { Strapi } from '../platform/domain';

const names: Record<keyof typeof receivedMailActions, string> = {
  read: 'See received mails, also those that were held',
  manage: 'Let received mails in, run them again, discard them',
};

/** Makes the actions of received mail known to Strapi's roles, where an admin grants them. */
export const registerMailActions = async (strapi: Strapi): Promise<void> => {
  const actions = Object.entries(receivedMailActions).map(([key, id]) => ({ section: 'plugins', pluginName: 'portal', subCategory: 'settings', uid: id.replace('plugin::portal.', ''), displayName: names[key as keyof typeof names] }));
  await strapi.service('admin::permission').actionProvider.registerMany(actions);
};
