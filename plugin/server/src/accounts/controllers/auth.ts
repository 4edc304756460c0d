import type { Context } from 'koa';
import * as contract from '../../../../contracts/accounts';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { registration } from '../services/registration';
import { sessions } from '../services/sessions';
import { signIn } from '../services/sign-in';

/** The parsed JSON body, of which nothing is known yet. */
const bodyOf = (ctx: Context): unknown => (ctx.request as { body?: unknown }).body;

/** Ways into and out of an account: `auth/*`. */
export const auth: ControllerFactory = ({ strapi }) => {
  const ways = () => getService(strapi, 'registration', registration);
  return {
    /** POST auth/register → 202 whether or not the address has an account; 404 where `authentication.selfRegistration` is off, 400 at `email` for one outside of `authentication.registrationDomains`. */
    async register(ctx) {
      await ways().register(validate(contract.registration, bodyOf(ctx)));
      answer(ctx, { next: 'read_mail' }, {}, 202);
    },

    /** POST auth/email-confirmation `{ code }` → 201; then the customer can sign in. */
    async confirmEmail(ctx) {
      const { code } = validate(contract.emailConfirmation, bodyOf(ctx));
      answer(ctx, await ways().confirm(code), {}, 201);
    },

    /** POST auth/login → 200 and the session cookie; 401 `wrong_credentials` for every reason to refuse. */
    async login(ctx) {
      const customer = await getService(strapi, 'sign-in', signIn).check(validate(contract.login, bodyOf(ctx)), { address: ctx.ip.slice(0, 64), device: ctx.get('User-Agent').slice(0, 200) });
      await getService(strapi, 'sessions', sessions).begin(ctx, customer.id);
      answer(ctx, { name: customer.name });
    },

    /** POST auth/logout → 200; ends this session only. */
    async logout(ctx) {
      await getService(strapi, 'sessions', sessions).end(ctx);
      answer(ctx, { next: 'sign_in' });
    },

    /** POST auth/password-reset-request `{ email }` → 202 whether or not the address has an account. */
    async requestReset(ctx) {
      const { email } = validate(contract.passwordResetRequest, bodyOf(ctx));
      await ways().requestReset(email);
      answer(ctx, { next: 'read_mail' }, {}, 202);
    },

    /** POST auth/password-reset `{ code, password }` → 200; every session of the account is ended. */
    async resetPassword(ctx) {
      const { code, password } = validate(contract.passwordReset, bodyOf(ctx));
      await ways().resetPassword(code, password);
      answer(ctx, { next: 'sign_in' });
    },
  };
};
