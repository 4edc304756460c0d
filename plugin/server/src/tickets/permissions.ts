import { deskActions } from '../../../contracts/desk';
import type { Strapi } from '../platform/domain';

const names: Record<keyof typeof deskActions, { displayName: string; subCategory: string }> = {
  read: { displayName: 'Read tickets', subCategory: 'tickets' },
  reply: { displayName: 'Reply to customers', subCategory: 'tickets' },
  note: { displayName: 'Write internal notes', subCategory: 'tickets' },
  assign: { displayName: 'Assign tickets', subCategory: 'tickets' },
  update: { displayName: 'Set state, priority, category and tags, snooze, link to an incident', subCategory: 'tickets' },
  redact: { displayName: 'Take words out of messages, such as card numbers', subCategory: 'tickets' },
  savedReplies: { displayName: 'Manage shared saved replies', subCategory: 'tickets' },
  merge: { displayName: 'Merge tickets', subCategory: 'tickets' },
  views: { displayName: 'Share views of the inbox', subCategory: 'tickets' },
  categories: { displayName: 'Manage categories and their forms', subCategory: 'settings' },
  incidents: { displayName: 'Tell of incidents', subCategory: 'tickets' },
  hours: { displayName: 'Set business hours and holidays', subCategory: 'settings' },
  chats: { displayName: 'Answer live chats', subCategory: 'tickets' },
  levels: { displayName: 'Set service levels', subCategory: 'settings' },
};

/** Makes the desk's actions known to Strapi's roles, where an admin grants them. */
export const registerDeskActions = async (strapi: Strapi): Promise<void> => {
  const actions = Object.entries(deskActions).map(([key, id]) => ({
    section: 'plugins',
    pluginName: 'portal',
    uid: id.replace('plugin::portal.', ''),
    ...names[key as keyof typeof deskActions],
  }));
  await strapi.service('admin::permission').actionProvider.registerMany(actions);
};
