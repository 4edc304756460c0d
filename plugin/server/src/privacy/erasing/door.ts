import { sessions } from '../../accounts/services/sessions';
import { getService } from '../../platform/get-service';
import { inTransaction } from '../../platform/rows';
import { writeStatement } from '../../platform/statements';
import { changed } from './step';
import type { Step } from './step';

/** First of all nobody comes in any more: what is written while the rest goes would stay. */
export const door: Step = {
  name: 'door',
  run: (strapi, { customerId, userId, email }) =>
    inTransaction(strapi, async () => {
      await writeStatement(strapi, 'update portal_customers set portal_access = ? where id = ?', [false, customerId]);
      await writeStatement(strapi, 'update up_users set blocked = ?, reset_password_token = null, confirmation_token = null where id = ?', [true, userId]);
      await changed(strapi, 'delete from portal_verification_codes where email = ?', [email]);
      const { count } = await getService(strapi, 'sessions', sessions).endAll(customerId);
      return { sessions: count };
    }),
};
