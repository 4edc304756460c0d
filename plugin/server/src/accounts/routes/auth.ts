import { within } from '../../limits/within';
import type { LimitName } from '../../limits/within';
import type { Route } from '../../platform/domain';

const open = (path: string, handler: string, why: string, limit?: LimitName, method: Route['method'] = 'POST'): Route => ({ method, path: `/auth/${path}`, handler, config: { auth: false, why, policies: limit ? [within(limit)] : [] } });
const ownVisit = 'The browser that began the sign-in shows its own cookie.';

export const authRoutes: Route[] = [
  open('register', 'auth.register', 'Who registers has no account yet.', 'registrations'),
  open('email-confirmation', 'auth.confirmEmail', 'The mailed code is the proof.', 'confirmations'),
  open('login', 'auth.login', 'This is where a session begins.', 'sign-ins'),
  open('logout', 'auth.logout', 'Ends the session of the cookie it comes with, if any.'),
  open('password-reset-request', 'auth.requestReset', 'Who forgot his password cannot sign in.', 'resets'),
  open('password-reset', 'auth.resetPassword', 'The mailed code is the proof.', 'resets'),
  open('mfa-verification', 'second-step.show', 'Between the two steps of a sign-in there is no session; the cookie of the first is the proof.', undefined, 'GET'),
  open('mfa-verification', 'second-step.verify', 'This is where a session of two steps begins.', 'sign-ins'),
  open('mfa-verification/passkey-options', 'second-step.askPasskey', 'Between the two steps of a sign-in there is no session; the cookie of the first is the proof.', 'sign-ins'),
  open('passkey-options', 'second-step.askAnyPasskey', 'Who signs in with a passkey has no session yet.', 'sign-ins'),
  open('passkey-login', 'second-step.passkeyLogin', 'This is where a session of a passkey begins.', 'sign-ins'),
  open('refresh', 'auth.refresh', 'The refresh token is the proof.', 'sign-ins'),
  open('providers/:provider/visits', 'providers.visit', 'This is where signing in with a provider begins.', 'sign-ins'),
  open('providers/:provider/returns', 'providers.comeBack', ownVisit, 'sign-ins'),
  open('address-proof', 'providers.showProof', ownVisit, undefined, 'GET'),
  open('address-proof', 'providers.prove', ownVisit, 'sign-ins'),
  open('address-proof/mails', 'providers.mailCode', ownVisit, 'resets'),
];
