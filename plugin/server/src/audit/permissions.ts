import { settingsActions } from '../../../contracts/settings';
import type { Strapi } from '../platform/domain';

const names: Record<keyof typeof settingsActions, string> = {
  read: 'See features, limits, theme and segments',
  change: 'Change features, limits, theme and segments',
  customers: 'Find customers; set their segment, organisation and access',
  audit: 'See who changed what, who signed in, and who looked at whose data',
  erase: 'Have the data of a customer erased',
  mail: 'See which mails could not be sent; send oneself a test mail',
  webhooks: 'Tell other systems what happens: make webhooks, see and send again what they were told',
  mails: 'See mails that failed; send them again or give them up',
};

/** Makes the actions of the settings known to Strapi's roles, where an admin grants them. */
export const registerSettingsActions = async (strapi: Strapi): Promise<void> => {
  const actions = Object.entries(settingsActions).map(([key, id]) => ({
    section: 'plugins',
    pluginName: 'portal',
    subCategory: 'settings',
    uid: id.replace('plugin::portal.', ''),
    displayName: names[key as keyof typeof settingsActions],
  }));
  await strapi.service('admin::permission').actionProvider.registerMany(actions);
};
