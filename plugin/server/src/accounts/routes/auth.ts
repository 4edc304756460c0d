import { within } from '../../limits/within';
import type { LimitName } from '../../limits/within';
import type { Route } from '../../platform/domain';

const open = (path: string, handler: string, why: string, limit?: LimitName): Route => ({ method: 'POST', path: `/auth/${path}`, handler: `auth.${handler}`, config: { auth: false, why, policies: limit ? [within(limit)] : [] } });

export const authRoutes: Route[] = [
  open('register', 'register', 'Who registers has no account yet.', 'registrations'),
  open('email-confirmation', 'confirmEmail', 'The mailed code is the proof.', 'confirmations'),
  open('login', 'login', 'This is where a session begins.', 'sign-ins'),
  open('logout', 'logout', 'Ends the session of the cookie it comes with, if any.'),
  open('password-reset-request', 'requestReset', 'Who forgot his password cannot sign in.', 'resets'),
  open('password-reset', 'resetPassword', 'The mailed code is the proof.', 'resets'),
];
