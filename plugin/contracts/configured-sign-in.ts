import { z } from 'zod';
import { emailDomain } from './accounts';
import { policyDefaults, policyShape } from './policy';

/** How customers sign in: `session` by cookie, `token` by cookie and, for apps, by tokens, `oauth` through providers only. */
export const signInMethods = ['session', 'token', 'oauth'] as const;
export type SignInMethod = (typeof signInMethods)[number];

const isLocal = ({ hostname }: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
/** What is signed in with must not travel in the clear; on a machine of one's own it does not travel. */
const providerAddress = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://login.example.com' })
  .refine((value) => URL.parse(value)?.protocol === 'https:' || isLocal(new URL(value)), 'must begin with https://');

interface Client {
  clientId: string;
  clientSecret: string;
}
const pair = {
  clientId: z.string().trim().describe('from where you registered this portal there ([below](#signing-in-with-providers)); one without the other stops the start'),
  clientSecret: z.string().trim().describe('the secret that belongs to it'),
};
const isWhole = ({ clientId, clientSecret }: Client): boolean => (clientId === '') === (clientSecret === '');
const half = (name: string) => ({ path: ['clientSecret'], message: `clientId and clientSecret belong together: copy both from where you registered this portal at ${name}, or leave both empty` });

const google = z.strictObject({ ...pair, issuer: providerAddress.describe('where Google is; for tests') }).refine(isWhole, half('Google'));
const microsoft = z
  .strictObject({
    ...pair,
    tenant: z.string().regex(/^[\w.-]{1,100}$/, 'must be common, organizations, consumers, or the id or name of a tenant').describe('who may come: `common` (work, school and personal accounts), `organizations` (work and school), `consumers` (personal), or the id of one tenant'),
    authority: providerAddress.describe('another of Microsoft’s clouds, such as `https://login.microsoftonline.us`'),
    // Null, not a list: Strapi would mix a default list with the one that stands in the file.
    verifiedDomains: z.array(emailDomain).nullable().describe('domains of your own tenant whose addresses it may vouch for; only where `tenant` is one tenant'),
  })
  .refine(isWhole, half('Microsoft'))
  .refine(({ tenant, verifiedDomains }) => !verifiedDomains?.length || !['common', 'organizations', 'consumers'].includes(tenant), { path: ['verifiedDomains'], message: 'needs a tenant of your own: with common, organizations or consumers anybody can claim an address of them' });
/** One more provider of OpenID Connect. */
const furtherProvider = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'must be small letters, digits and dashes, such as company'),
  title: z.string().trim().min(1).max(40),
  issuer: providerAddress,
  clientId: z.string().trim().min(1, 'must be the id that the provider gave this portal'),
  clientSecret: z.string().trim().min(1, 'must be the secret that the provider gave this portal'),
});
// Names of providers that have one, and of pages below /sign-in.
const reserved = ['email', 'google', 'microsoft', 'connect', 'problem', 'verify'];
const oidc = z
  .array(furtherProvider)
  .refine((given) => given.every(({ name }) => !reserved.includes(name)), `must have other names than ${reserved.join(', ')}`)
  .refine((given) => new Set(given.map(({ name }) => name)).size === given.length, 'must have each name once');

/** Wrong passwords: how many are free, and how the pauses after them grow. */
const lockout = z.strictObject({
  freeTries: z.number().int().min(1).max(1000).describe('wrong passwords for one account from one network within a day before pauses begin; a browser in which its owner has signed in has twice as many of its own, a network ten times, an account from everywhere four times'),
  firstDelaySeconds: z.number().int().min(1).max(3600).describe('the first pause; each further one is twice as long'),
  longestDelaySeconds: z.number().int().min(1).max(86_400).describe('the longest; of a network a quarter of it, of an account from everywhere a sixtieth'),
});

interface Given {
  method: SignInMethod;
  providers: string[] | null;
  google: Client;
  microsoft: Client;
  oidc: { name: string }[] | null;
}
const configured = ({ google: one, microsoft: other, oidc: further }: Given): string[] => [...(one.clientId ? ['google'] : []), ...(other.clientId ? ['microsoft'] : []), ...(further ?? []).map(({ name }) => name)];
const isKnown = ({ providers, oidc: further }: Given): boolean => (providers ?? []).every((name) => ['email', 'google', 'microsoft'].includes(name) || further?.some((each) => each.name === name));
const hasWayIn = (given: Given): boolean => given.method !== 'oauth' || configured(given).some((name) => given.providers?.includes(name) ?? true);

/** `authentication` of config/plugins.ts. */
export const signInSettings = z
  .strictObject({
    method: z.enum(signInMethods, { error: 'must be "session", "token" or "oauth"' }).describe('`session`: a cookie; `token`: the same, and apps may sign in for tokens ([below](#signing-in-from-apps)); `oauth`: with providers only, without passwords, their forms and their routes (404); needs a provider'),
    providers: z.array(z.string()).nullable().describe('what is offered to sign in: `email`, `google`, `microsoft`, names of `authentication.oidc`; left out: all that is configured. `email` must be named unless `method` is `oauth`. One that is named and not configured is not offered, which the start says'),
    google,
    microsoft,
    oidc: oidc.nullable().describe('further providers of OpenID Connect: each `{ name, title, issuer, clientId, clientSecret }`'),
    selfRegistration: policyShape['authentication.selfRegistration'],
    registrationDomains: policyShape['authentication.registrationDomains'],
    passwordMinLength: policyShape['authentication.passwordMinLength'],
    sessionDays: policyShape['authentication.sessionDays'],
    idleDays: policyShape['authentication.idleDays'],
    requireSecondFactor: policyShape['authentication.requireSecondFactor'],
    hostSignIn: z.boolean().describe('on: Strapi’s own routes of users-permissions (`/api/auth`, `/api/connect`) answer as well, for a host application that lets people sign in there. Customers are users of it: their passwords can then be tried there without the portal’s pauses and second factor, and it tells whether an address has an account'),
    lockout,
    breachedPasswords: z.enum(['offline', 'range'], { error: 'must be "offline" or "range"' }).describe('new passwords are compared with a list of fifty thousand leaked ones and what is near them; `range`: also with all that a service of leaked passwords knows'),
    breachedPasswordsUrl: z.url({ protocol: /^https?$/ }).describe('of `range`: where the service answers, without the five digits that are put behind. It is told these five of forty digits of a hash; without an answer within a second the list decides alone'),
  })
  .refine(isKnown, { path: ['providers'], message: 'must be "email", "google", "microsoft" or names of authentication.oidc' })
  .refine(({ method, providers }) => method === 'oauth' || (providers?.includes('email') ?? true), { path: ['providers'], message: 'must have "email", unless method is "oauth": then customers sign in with providers only' })
  .refine(hasWayIn, { path: ['method'], message: 'is "oauth", so at least one provider must be configured and named in providers: set google, microsoft or oidc' });
export type SignInSettings = z.infer<typeof signInSettings>;

/** What a plugin without configuration does: addresses and passwords. */
export const signInDefaults: SignInSettings = {
  method: 'session',
  providers: null,
  google: { clientId: '', clientSecret: '', issuer: 'https://accounts.google.com' },
  microsoft: { clientId: '', clientSecret: '', tenant: 'common', authority: 'https://login.microsoftonline.com', verifiedDomains: null },
  oidc: null,
  selfRegistration: policyDefaults['authentication.selfRegistration'],
  registrationDomains: [],
  passwordMinLength: policyDefaults['authentication.passwordMinLength'],
  sessionDays: policyDefaults['authentication.sessionDays'],
  idleDays: policyDefaults['authentication.idleDays'],
  requireSecondFactor: policyDefaults['authentication.requireSecondFactor'],
  hostSignIn: false,
  lockout: { freeTries: 5, firstDelaySeconds: 30, longestDelaySeconds: 3600 },
  breachedPasswords: 'offline',
  breachedPasswordsUrl: 'https://api.pwnedpasswords.com/range/',
};
