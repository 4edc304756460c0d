import type { Route } from '../../platform/domain';

const open = (path: string, handler: string, why: string, method: Route['method'] = 'POST'): Route => ({
  method,
  path: `/auth/${path}`,
  handler: handler.includes('.') ? handler : `auth.${handler}`,
  config: { auth: false, why },
});
const ownVisit = 'The browser that began the sign-in shows its own cookie.';

export const authRoutes: Route[] = [
  open('register', 'register', 'Who registers has no account yet.'),
  open('email-confirmation', 'confirmEmail', 'The mailed code is the proof.'),
  open('login', 'login', 'This is where a session begins.'),
  open('refresh', 'refresh', 'The refresh token is the proof.'),
  open('logout', 'logout', 'Ends the session of the cookie it comes with, if any.'),
  open('password-reset-request', 'requestReset', 'Who forgot his password cannot sign in.'),
  open('password-reset', 'resetPassword', 'The mailed code is the proof.'),
  open('providers/:provider/visits', 'providers.visit', 'This is where signing in with a provider begins.'),
  open('providers/:provider/returns', 'providers.comeBack', ownVisit),
  open('address-proof', 'providers.showProof', ownVisit, 'GET'),
  open('address-proof', 'providers.prove', ownVisit),
  open('address-proof/mails', 'providers.mailCode', ownVisit),
];
