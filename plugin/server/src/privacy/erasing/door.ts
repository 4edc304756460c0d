import { sessions } from '../../accounts/services/sessions';
import { getService } from '../../platform/get-service';
import { inTransaction } from '../../platform/rows';
import { writeStatement } from '../../platform/statements';
import { changed } from './step';
import type { Step } from './step';

/** What opens the account, or asks for it, in which customers are named by number. */
const keys = ['authenticators', 'passkeys', 'passkey_questions', 'recovery_codes', 'trusted_browsers', 'sign_in_challenges', 'failed_codes', 'identities', 'provider_visits'];

/** First of all nobody comes in any more: what is written while the rest goes would stay. */
export const door: Step = {
  name: 'door',
  run: (strapi, { customerId, userId, email }) =>
    inTransaction(strapi, async () => {
      await writeStatement(strapi, 'update portal_customers set portal_access = ? where id = ?', [false, customerId]);
      await writeStatement(strapi, 'update up_users set blocked = ?, reset_password_token = null, confirmation_token = null where id = ?', [true, userId]);
      await changed(strapi, 'delete from portal_verification_codes where email = ?', [email]);
      for (const key of keys) await changed(strapi, `delete from portal_${key} where customer_id = ?`, [customerId]);
      await changed(strapi, 'delete from portal_refresh_tokens where session_id in (select id from portal_sessions where customer_id = ?)', [customerId]);
      const { count } = await getService(strapi, 'sessions', sessions).endAll(customerId);
      return { sessions: count };
    }),
};
