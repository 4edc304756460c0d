import { analyticsActions } from '../../../contracts/analytics';
import type { Strapi } from '../platform/domain';

const names: Record<keyof typeof analyticsActions, string> = { read: 'See the figures of the desk', export: 'Save the figures as a file' };

/** Makes the actions of the figures known to Strapi's roles, where an admin grants them. */
export const registerAnalyticsActions = async (strapi: Strapi): Promise<void> => {
  const actions = Object.entries(analyticsActions).map(([key, id]) => ({
    section: 'plugins',
    pluginName: 'portal',
    subCategory: 'analytics',
    uid: id.replace('plugin::portal.', ''),
    displayName: names[key as keyof typeof analyticsActions],
  }));
  await strapi.service('admin::permission').actionProvider.registerMany(actions);
};
