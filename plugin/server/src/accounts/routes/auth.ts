import type { Route } from '../../platform/domain';

const open = (path: string, handler: string, why: string, method: Route['method'] = 'POST'): Route => ({ method, path: `/auth/${path}`, handler, config: { auth: false, why } });

export const authRoutes: Route[] = [
  open('register', 'auth.register', 'Who registers has no account yet.'),
  open('email-confirmation', 'auth.confirmEmail', 'The mailed code is the proof.'),
  open('login', 'auth.login', 'This is where a session begins.'),
  open('logout', 'auth.logout', 'Ends the session of the cookie it comes with, if any.'),
  open('password-reset-request', 'auth.requestReset', 'Who forgot his password cannot sign in.'),
  open('password-reset', 'auth.resetPassword', 'The mailed code is the proof.'),
  open('mfa-verification', 'second-step.show', 'Between the two steps of a sign-in there is no session; the cookie of the first is the proof.', 'GET'),
  open('mfa-verification', 'second-step.verify', 'This is where a session of two steps begins.'),
  open('mfa-verification/passkey-options', 'second-step.askPasskey', 'Between the two steps of a sign-in there is no session; the cookie of the first is the proof.'),
  open('passkey-options', 'second-step.askAnyPasskey', 'Who signs in with a passkey has no session yet.'),
  open('passkey-login', 'second-step.passkeyLogin', 'This is where a session of a passkey begins.'),
];
