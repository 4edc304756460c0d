import { z } from 'zod';
import { ownOrganisation, passwordChange, profileChange } from '../accounts';
import { appTokens, tokenWish } from '../app-tokens';
import { ownLimits } from '../conversation';
import { me } from '../me';
import { visitStart, visitStarted, waysIn } from '../providers';
import { appearance } from '../transport';
import * as factors from '../two-factor';
import { done, nextStep } from './endpoint';
import type { Endpoints } from './endpoint';

const ended = z.object({ ended: z.number().int() });

/** The signed-in customer himself: `me`, and how his account is guarded. */
export const ownAccountEndpoints = {
  'GET /me': { says: 'Who is signed in, and what he may do.', answers: { 200: me } },
  'PATCH /me': { says: 'Changes name, language, time zone or theme.', body: profileChange, answers: { 200: me } },
  'GET /me/organisation': { says: 'The own organisation, and who there reads what; null without one.', answers: { 200: ownOrganisation.nullable() } },
  'GET /me/limits': { says: 'How many requests can be sent now, and when there are more.', answers: { 200: ownLimits } },
  'GET /me/sessions': { says: 'Where one is signed in, with browsers and apps.', answers: { 200: z.array(factors.ownSession) } },
  'DELETE /me/sessions': { says: 'Ends all of the own sessions but this.', answers: { 200: ended } },
  'DELETE /me/sessions/:id': { says: 'Ends one of the own sessions.', answers: { 200: ended } },
  'POST /me/app-tokens': { says: 'Tokens for an app, made by whoever is signed in with a browser.', body: tokenWish, answers: { 201: appTokens }, refusals: ['verification_needed', 'not_found'] },
  'GET /me/identities': { says: 'Which providers open the account, and which could.', answers: { 200: waysIn } },
  'POST /me/identities/:provider/visits': { says: 'Begins to link a provider: the address to which the browser goes.', body: visitStart, answers: { 201: visitStarted }, refusals: ['verification_needed', 'provider_unavailable'] },
  'DELETE /me/identities/:id': { says: 'Unlinks a provider.', answers: { 200: waysIn }, refusals: ['verification_needed', 'last_way_in'] },
  'GET /me/security': { says: 'How the account is guarded: factors, sessions, trusted browsers.', answers: { 200: factors.security } },
  'GET /me/verification': { says: 'Whether this session proved lately who sits there, and how it can.', answers: { 200: factors.verificationState } },
  'POST /me/verification': { says: 'Proves it, for ten minutes.', body: factors.verification, answers: { 200: factors.verificationState }, refusals: ['wrong_code', 'too_many_requests'] },
  'POST /me/verification/mails': { says: 'Mails a code that proves it, to whoever has neither password nor factor.', answers: { 202: nextStep('read_mail') }, refusals: ['validation_failed', 'too_many_requests'] },
  'POST /me/verification/passkey-options': { says: 'What `navigator.credentials.get` takes, for the own passkeys.', answers: { 200: factors.passkeyQuestion } },
  'GET /me/authenticator': { says: 'The key of the authenticator app that is being set up.', answers: { 200: factors.appSetup }, refusals: ['verification_needed', 'not_found'] },
  'POST /me/authenticator': { says: 'Begins to set one up.', answers: { 201: factors.appSetup }, refusals: ['verification_needed'] },
  'POST /me/authenticator/confirmation': { says: 'Confirms it with a code of the app.', body: factors.appConfirmation, answers: { 200: done('confirmed') }, refusals: ['wrong_code', 'not_found', 'too_many_requests'] },
  'DELETE /me/authenticator': { says: 'Removes the app.', answers: { 200: done('removed') }, refusals: ['verification_needed', 'last_factor', 'not_found'] },
  'POST /me/passkeys/options': { says: 'What `navigator.credentials.create` takes.', answers: { 200: factors.passkeyQuestion }, refusals: ['verification_needed', 'limit_reached'] },
  'POST /me/passkeys': { says: 'Adds a passkey.', body: factors.newPasskey, answers: { 201: done('added') }, refusals: ['verification_needed', 'wrong_code', 'limit_reached'] },
  'PATCH /me/passkeys/:id': { says: 'Gives a passkey another name.', body: factors.passkeyChange, answers: { 200: z.object({ name: z.string() }) } },
  'DELETE /me/passkeys/:id': { says: 'Removes a passkey.', answers: { 200: done('removed') }, refusals: ['verification_needed', 'last_factor'] },
  'GET /me/recovery-codes': { says: 'New recovery codes, until they were received; else an empty list.', answers: { 200: z.array(z.string()) }, refusals: ['verification_needed'] },
  'POST /me/recovery-codes': { says: 'Makes ten new ones; those from before open nothing.', answers: { 201: z.object({ made: z.number().int() }) }, refusals: ['verification_needed', 'not_found'] },
  'POST /me/recovery-codes/receipt': { says: 'Says that they were written down: they are never shown again.', answers: { 200: done('received') } },
  'POST /me/password': { says: 'Changes the password, and ends every other session.', body: passwordChange, answers: { 200: done('changed') }, refusals: ['verification_needed', 'wrong_credentials', 'wrong_code', 'too_many_requests'] },
  'DELETE /me/trusted-browsers/:id': { says: 'Asks for the second factor again on a browser that was trusted.', answers: { 200: z.object({ forgotten: z.number().int() }) } },
  'GET /appearance': { says: 'How the portal looks to strangers, and what is on.', answers: { 200: appearance } },
} as const satisfies Endpoints;
