import * as contract from '../../../../contracts/accounts';
import * as tokens from '../../../../contracts/app-tokens';
import { answer } from '../../platform/answer';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { fieldError, refuseFields, validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { takesTokens } from '../bearer';
import { appTokens } from '../services/app-tokens';
import { browsers } from '../services/browsers';
import { refusedSignIns } from '../services/refused-sign-ins';
import { registration } from '../services/registration';
import { sessions } from '../services/sessions';
import { signIn } from '../services/sign-in';
import { signInCompletion } from '../services/sign-in-completion';
import { signInProviders } from '../services/sign-in-providers';
import { answerSignIn } from '../sign-in-answer';

/** The parsed JSON body, of which nothing is known yet. */

/** Ways into and out of an account: `auth/*`. All but signing out are 404 where `authentication.method` is `oauth`. */
export const auth: ControllerFactory = ({ strapi }) => {
  const apps = () => getService(strapi, 'app-tokens', appTokens);
  const ways = () => getService(strapi, 'registration', registration);
  /** Where customers sign in with providers only, passwords are no way in, nor to one. */
  const byPassword = (): void => {
    if (!getService(strapi, 'sign-in-providers', signInProviders).passwords()) throw notFound();
  };
  return {
    /** POST auth/register → 202 whether or not the address has an account; 404 where `authentication.selfRegistration` is off, 400 at `email` for one outside of `authentication.registrationDomains`. */
    async register(ctx) {
      byPassword();
      await ways().register(validate(contract.registration, bodyOf(ctx)));
      answer(ctx, { next: 'read_mail' }, {}, 202);
    },

    /** POST auth/email-confirmation `{ code }` → 201; then the customer can sign in. */
    async confirmEmail(ctx) {
      byPassword();
      const { code } = validate(contract.emailConfirmation, bodyOf(ctx));
      answer(ctx, await ways().confirm(code), {}, 201);
    },

    /**
     * POST auth/login → SignInOutcome: 200 and the session cookie, or 202 and a second step to take; with `mode: 'token'` AppTokens.
     * 401 `wrong_credentials` for every reason to refuse, 429 `too_many_requests` after many attempts.
     */
    async login(ctx) {
      byPassword();
      const { mode, ...given } = validate(contract.login, bodyOf(ctx));
      if (mode === 'token' && !takesTokens(strapi)) refuseFields([fieldError('mode', 'not_allowed')]);
      const from = { address: ctx.ip, browser: getService(strapi, 'browsers', browsers).known(ctx, given.email) };
      const customer = await getService(strapi, 'sign-in', signIn).check(given, from).catch((refusal: unknown) => {
        getService(strapi, 'refused-sign-ins', refusedSignIns).noteAfterAnswer(ctx, given.email);
        throw refusal;
      });
      const completion = getService(strapi, 'sign-in-completion', signInCompletion);
      if (mode === 'token') {
        await completion.admitApp(customer);
        return answer(ctx, await apps().begin(ctx, customer.id, given));
      }
      return answerSignIn(ctx, await completion.complete(ctx, customer, { how: 'password' }));
    },

    /** POST auth/refresh `{ refreshToken }` → AppTokens; 401 `token_invalid`, and all of the device is ended where it was used before. 404 where apps have no tokens. */
    async refresh(ctx) {
      if (!takesTokens(strapi)) throw notFound();
      const { refreshToken } = validate(tokens.refresh, bodyOf(ctx));
      answer(ctx, await apps().refresh(refreshToken));
    },

    /** POST auth/logout → 200; ends this session only: the cookie's, the bearer token's, or that of `{ refreshToken }`. */
    async logout(ctx) {
      const { refreshToken } = validate(tokens.logout, bodyOf(ctx));
      if (refreshToken) await apps().end(refreshToken);
      await getService(strapi, 'sessions', sessions).end(ctx);
      answer(ctx, { next: 'sign_in' });
    },

    /** POST auth/password-reset-request `{ email }` → 202 whether or not the address has an account. */
    async requestReset(ctx) {
      byPassword();
      const { email } = validate(contract.passwordResetRequest, bodyOf(ctx));
      await ways().requestReset(email);
      answer(ctx, { next: 'read_mail' }, {}, 202);
    },

    /** POST auth/password-reset `{ code, password }` → 200; every session of the account is ended. */
    async resetPassword(ctx) {
      byPassword();
      const { code, password } = validate(contract.passwordReset, bodyOf(ctx));
      const { email } = await ways().resetPassword(code, password);
      // Who has the mailbox is let in here, whatever others have tried elsewhere.
      getService(strapi, 'browsers', browsers).remember(ctx, email);
      answer(ctx, { next: 'sign_in' });
    },
  };
};
