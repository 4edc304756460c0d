import { z } from 'zod';
import * as accounts from '../accounts';
import { appTokens, logout, refresh } from '../app-tokens';
import * as providers from '../providers';
import * as factors from '../two-factor';
import { nextStep } from './endpoint';
import type { Endpoints } from './endpoint';

const providerFaults = ['provider_cancelled', 'provider_expired', 'provider_other_browser', 'provider_answer_refused', 'provider_unavailable', 'address_unverified', 'registration_closed', 'identity_taken', 'access_refused'] as const;
const readMail = nextStep('read_mail');

/** Ways into and out of an account: `auth/…`. */
export const accountEndpoints = {
  'POST /auth/register': { says: 'Makes an account. Answers alike whether or not the address has one; a mail says how it goes on.', body: accounts.registration, answers: { 202: readMail }, refusals: ['not_found'] },
  'POST /auth/email-confirmation': { says: 'Confirms an address with the mailed code.', body: accounts.emailConfirmation, answers: { 201: z.object({ email: z.string() }) }, refusals: ['code_invalid', 'not_found'] },
  'POST /auth/login': {
    says: 'Signs in: a session cookie, or with `mode: "token"` the tokens of an app.',
    body: accounts.login,
    example: { email: 'cora@example.com', password: 'Portal-demo-2026', mode: 'token', scopes: ['tickets:read', 'tickets:write'], device: 'Field app' },
    answers: { 200: z.union([factors.signInOutcome, appTokens]), 202: factors.signInOutcome },
    refusals: ['wrong_credentials', 'too_many_requests', 'second_factor_required', 'not_found'],
  },
  'POST /auth/logout': { says: 'Ends this session: the cookie’s, the bearer token’s, or that of a refresh token.', body: logout, answers: { 200: nextStep('sign_in') }, refusals: ['token_invalid'] },
  'POST /auth/refresh': { says: 'New tokens for a refresh token, which is used up by it. One that comes twice ends its device.', body: refresh, answers: { 200: appTokens }, refusals: ['token_invalid', 'not_found'] },
  'POST /auth/password-reset-request': { says: 'Mails a link to a new password. Answers alike whether or not the address has an account.', body: accounts.passwordResetRequest, answers: { 202: readMail }, refusals: ['not_found'] },
  'POST /auth/password-reset': { says: 'Sets a new password with the mailed code, and ends every session.', body: accounts.passwordReset, answers: { 200: nextStep('sign_in') }, refusals: ['code_invalid', 'not_found'] },
  'GET /auth/mfa-verification': { says: 'What the sign-in under way in this browser waits for.', answers: { 200: factors.signInChallenge }, refusals: ['sign_in_expired'] },
  'POST /auth/mfa-verification': { says: 'The second step of a sign-in: a code, a recovery code or a passkey.', body: factors.mfaVerification, answers: { 200: factors.signInOutcome }, refusals: ['wrong_code', 'sign_in_expired', 'too_many_requests'] },
  'POST /auth/mfa-verification/passkey-options': { says: 'What `navigator.credentials.get` takes, for the sign-in under way.', answers: { 200: factors.passkeyQuestion }, refusals: ['sign_in_expired', 'not_found'] },
  'POST /auth/passkey-options': { says: 'What `navigator.credentials.get` takes, for whoever comes.', answers: { 200: factors.passkeyQuestion } },
  'POST /auth/passkey-login': { says: 'Signs in with a passkey.', body: factors.passkeyLogin, answers: { 200: factors.signInOutcome, 202: factors.signInOutcome }, refusals: ['wrong_code', 'wrong_credentials', 'sign_in_expired'] },
  'POST /auth/providers/:provider/visits': { says: 'Begins a sign-in with a provider: the address to which the browser goes.', body: providers.visitStart, answers: { 201: providers.visitStarted }, refusals: ['provider_unavailable'] },
  'POST /auth/providers/:provider/returns': { says: 'Ends a sign-in with a provider, with the query that it sent the browser back with.', body: providers.visitReturn, answers: { 200: providers.visitOutcome }, refusals: providerFaults },
  'GET /auth/address-proof': { says: 'The address that has to be proven before a provider opens its account.', answers: { 200: providers.awaitedProof }, refusals: ['provider_expired'] },
  'POST /auth/address-proof': { says: 'Proves that address, by a mailed code or the account’s password.', body: providers.addressProof, answers: { 200: providers.visitOutcome }, refusals: ['provider_expired', 'provider_other_browser', 'code_invalid', 'wrong_credentials', 'access_refused', 'identity_taken', 'registration_closed', 'not_found'] },
  'POST /auth/address-proof/mails': { says: 'Mails a code that proves it.', answers: { 202: readMail }, refusals: ['provider_expired', 'too_many_requests'] },
} as const satisfies Endpoints;
