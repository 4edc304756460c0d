import { writeStatement } from '../../platform/statements';
import { erasedName } from './step';
import type { Step } from './step';

/** The account itself, after all that needed to know whose it was. A row without a user stays, to which requests and figures point. */
export const account: Step = {
  name: 'account',
  async run(strapi, { customerId, userId }) {
    const empty = `update portal_customers set name = ?, language = 'en', time_zone = 'UTC', theme = 'auto', segment = 'standard', segment_by_rule = ?, organisation_id = null, portal_access = ?, unread = 0, user_id = ? where id = ?`;
    // No user has a number below nothing, and each is there once.
    await writeStatement(strapi, empty, [erasedName, false, false, -customerId, customerId]);
    await strapi.db.query('plugin::users-permissions.user').deleteMany({ where: { id: userId } });
    return { accounts: 1 };
  },
};
