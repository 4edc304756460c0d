import { z } from 'zod';
import { moment } from './moment';

/** What can be asked for after the password: the code of an app, a passkey, one of the ten codes that were written down. */
export const secondFactors = ['app', 'passkey', 'recovery'] as const;
export type SecondFactor = (typeof secondFactors)[number];

/** By what the first step of a sign-in was proven. A passkey proves both steps: it asks for finger, face or PIN itself. */
export type FirstStep = 'password' | 'provider' | 'passkey';

/**
 * What a proven first step came to, the answer of every way to sign in: a session (`portal`); a session that
 * opens nothing but the setting up of a second factor, because the segment wants one (`enrolment`); or no session
 * yet (`second_factor`), but ten minutes for one of `methods`.
 */
export const signInOutcome = z.union([z.object({ next: z.enum(['portal', 'enrolment']), name: z.string() }), z.object({ next: z.literal('second_factor'), methods: z.array(z.enum(secondFactors)) })]).meta({ id: 'SignInOutcome' });
export type SignInOutcome = z.infer<typeof signInOutcome>;

// People copy codes with the gaps with which they are shown.
const withoutGaps = z.string().max(100).transform((typed) => typed.replace(/[\s-]/g, ''));
/** Six digits of an app. */
export const appCode = withoutGaps.pipe(z.string().regex(/^\d{6}$/));
/** Sixteen characters without the gaps between them; small letters and letters that look like digits are read as what they stand for. */
export const recoveryCode = withoutGaps
  .transform((typed) => typed.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1'))
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/));
/** What a browser's passkey answered (WebAuthn's `toJSON`); its inside is checked by the library that knows it. */
export const passkeyAnswer = z.looseObject({ id: z.string().min(1).max(1400), rawId: z.string().max(1400), type: z.literal('public-key'), response: z.looseObject({}) });
export type PasskeyAnswer = z.infer<typeof passkeyAnswer>;

/** What a browser is asked for a passkey, or for a new one (WebAuthn's JSON); the browser knows its inside. */
export const passkeyQuestion = z.looseObject({ challenge: z.string() }).meta({ id: 'PasskeyQuestion' });

const oneOf = (names: string[]) => (given: object): boolean => names.filter((name) => (given as Record<string, unknown>)[name] !== undefined).length === 1;
const secondStep = { code: appCode.optional(), recoveryCode: recoveryCode.optional(), passkey: passkeyAnswer.optional() };

/** POST auth/mfa-verification: one of the three. `trust`: do not ask again on this browser for thirty days. */
export const mfaVerification = z.strictObject({ ...secondStep, trust: z.boolean().default(false) }).refine(oneOf(['code', 'recoveryCode', 'passkey']), { path: ['code'], params: { rule: 'required' } });
export type MfaVerification = z.infer<typeof mfaVerification>;

/** GET auth/mfa-verification: what the sign-in under way waits for. */
export const signInChallenge = z.object({
  methods: z.array(z.enum(secondFactors)),
}).meta({ id: 'SignInChallenge' });
export type SignInChallenge = z.infer<typeof signInChallenge>;

/** POST me/verification: a second factor where there is one, else the password, else a mailed code. */
export const verification = z
  .strictObject({ password: z.string().min(1).max(200).optional(), mailedCode: z.string().trim().min(1).max(40).optional(), ...secondStep })
  .refine(oneOf(['password', 'mailedCode', 'code', 'recoveryCode', 'passkey']), { path: ['password'], params: { rule: 'required' } });
export type Verification = z.infer<typeof verification>;
/** By what somebody who is signed in proves that it is still he. */
export const proofMethod = z.enum(['password', 'mail', ...secondFactors]);
export type ProofMethod = z.infer<typeof proofMethod>;

/** GET and POST me/verification. */
export const verificationState = z.object({
  provenUntil: moment.nullable().describe('ISO 8601; null: not proven within ten minutes.'),
  methods: z.array(proofMethod),
  codeSent: z.boolean().describe('Where a mailed code is the proof: one is on its way, which this session can give.'),
}).meta({ id: 'VerificationState' });
export type VerificationState = z.infer<typeof verificationState>;

/** POST me/authenticator/confirmation */
export const appConfirmation = z.strictObject({ code: appCode });
const passkeyName = z.string().trim().min(1).max(60).refine((value) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value), { params: { rule: 'malformed' } });
/** POST me/passkeys */
export const newPasskey = z.strictObject({ label: passkeyName, passkey: passkeyAnswer });
/** PATCH me/passkeys/:id */
export const passkeyChange = z.strictObject({ label: passkeyName });
/** POST auth/passkey-login */
export const passkeyLogin = z.strictObject({ passkey: passkeyAnswer });

/** POST and GET me/authenticator: what an app needs to know. Told only while it is being set up. */
export const appSetup = z.object({
  key: z.string().describe('The key in base 32, to be typed.'),
  address: z.string().describe('`otpauth:` address, which the picture holds.'),
  picture: z.object({ size: z.number().int(), path: z.string() }).describe('The picture (QR code): squares of 1, `size` a side, as one path.'),
}).meta({ id: 'AppSetup' });
export type AppSetup = z.infer<typeof appSetup>;

export const passkey = z.object({
  id: z.number().int(),
  name: z.string(),
  createdAt: moment.describe('ISO 8601, as all moments here.'),
  lastUsedAt: moment.nullable(),
}).meta({ id: 'Passkey' });
export type Passkey = z.infer<typeof passkey>;
/** A signed-in browser. */
export const ownSession = z.object({
  id: z.number().int(),
  device: z.string().describe('As its browser calls itself (User-Agent).'),
  kind: z.enum(['browser', 'app']).describe('An app is a device on which an app has tokens.'),
  address: z.string(),
  lastSeenAt: moment,
  createdAt: moment,
  current: z.boolean(),
}).meta({ id: 'OwnSession' });
export type OwnSession = z.infer<typeof ownSession>;
/** A browser on which the second factor is not asked for. */
export const trustedBrowser = z.object({
  id: z.number().int(),
  device: z.string(),
  address: z.string(),
  lastSeenAt: moment,
  expiresAt: moment,
  current: z.boolean(),
}).meta({ id: 'TrustedBrowser' });
export type TrustedBrowser = z.infer<typeof trustedBrowser>;

/** GET me/security: how the own account is guarded. */
export const security = z.object({
  app: moment.nullable().describe('Since when there is an app for codes; null: there is none.'),
  passkeys: z.array(passkey),
  recoveryCodesLeft: z.number().int(),
  trustedBrowsers: z.array(trustedBrowser),
  sessions: z.array(ownSession),
  required: z.boolean().describe('The segment wants a second factor: the last one cannot be removed.'),
  provenUntil: moment.nullable(),
}).meta({ id: 'Security' });
export type Security = z.infer<typeof security>;
