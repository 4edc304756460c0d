import { deskActions } from '../../../../contracts/desk';
import type { Strapi } from '../../platform/domain';
import type { Check } from '../verdict';
import { broken, warning, well, counted } from '../verdict';

const superAdmin = 'strapi-super-admin';
const active = { isActive: true, blocked: false };

const usersOf = (strapi: Strapi, roles: object): Promise<number> => strapi.db.query('admin::user').count({ where: { ...active, roles } });

/** Whether somebody can answer what customers send. */
export const agents: Check = async (strapi) => {
  if ((await strapi.db.query('admin::user').count({ where: active })) === 0) return broken('Nobody can log in to the admin yet.', `Open ${strapi.config.get<string>('admin.absoluteUrl')} and make the first administrator.`);
  const answering = await usersOf(strapi, { code: { $ne: superAdmin }, permissions: { action: deskActions.reply } });
  if (answering > 0) return well(`${counted(answering, 'agent')} can answer customers.`);
  return warning('Only super admins can answer customers.', 'Give the role "Support agent" to those who answer (Settings → Users), or make one with the rights of Settings → Roles → Plugins → Customer Portal → tickets ("Read tickets", "Reply" …).');
};
