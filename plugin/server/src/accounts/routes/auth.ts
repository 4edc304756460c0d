import type { Route } from '../../platform/domain';

const open = (path: string, handler: string, why: string): Route => ({ method: 'POST', path: `/auth/${path}`, handler: `auth.${handler}`, config: { auth: false, why } });

export const authRoutes: Route[] = [
  open('register', 'register', 'Who registers has no account yet.'),
  open('email-confirmation', 'confirmEmail', 'The mailed code is the proof.'),
  open('login', 'login', 'This is where a session begins.'),
  open('logout', 'logout', 'Ends the session of the cookie it comes with, if any.'),
  open('password-reset-request', 'requestReset', 'Who forgot his password cannot sign in.'),
  open('password-reset', 'resetPassword', 'The mailed code is the proof.'),
];
