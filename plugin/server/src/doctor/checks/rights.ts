import type { Check } from '../verdict';
import { broken, together, warning } from '../verdict';

interface Granted {
  action: string;
  role: { name: string } | null;
}
/** Customers are users of users-permissions: whoever may use these reads or changes all of them. */
const overUsers = /^plugin::users-permissions\.(user\.(?!me$)|role\.|permissions\.)/;
const said = (granted: Granted[]): string => [...new Set(granted.map(({ action, role }) => `${role?.name ?? 'a role'} has ${action}`))].slice(0, 6).join(', ');
const where = (action: string): string => `Take the rights away in Settings → Users & Permissions plugin → Roles. ${action}`;

/** Whether roles of users-permissions have rights that lead around the portal's own rules. */
export const rights: Check = async (strapi) => {
  const all = (await strapi.db.query('plugin::users-permissions.permission').findMany({ populate: { role: { select: ['name'] } }, limit: 5000 })) as Granted[];
  const held = all.filter(({ role }) => role !== null);
  const [overPeople, ours, files] = [held.filter(({ action }) => overUsers.test(action)), held.filter(({ action }) => action.startsWith('plugin::portal.')), held.filter(({ action }) => action.startsWith('plugin::upload.content-api.'))];
  const faults = [
    ours.length > 0 && broken(`Roles of visitors have rights on the portal’s content: ${said(ours)}.`, where('The portal needs none: its own API asks who somebody is.')),
    overPeople.length > 0 && broken(`Roles of visitors have rights on all users, who are your customers: ${said(overPeople)}.`, where('None of them belongs to visitors.')),
    files.length > 0 && warning(`Roles of visitors may use the media library: ${said(files)}.`, where('With "upload" anybody can replace the file of anybody else.')),
  ];
  return together(faults, 'No role of visitors has rights around the portal’s own rules.');
};
