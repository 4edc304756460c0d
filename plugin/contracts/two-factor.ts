import { z } from 'zod';

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
export type SignInOutcome = { next: 'portal' | 'enrolment'; name: string } | { next: 'second_factor'; methods: SecondFactor[] };

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

const oneOf = (names: string[]) => (given: object): boolean => names.filter((name) => (given as Record<string, unknown>)[name] !== undefined).length === 1;
const secondStep = { code: appCode.optional(), recoveryCode: recoveryCode.optional(), passkey: passkeyAnswer.optional() };

/** POST auth/mfa-verification: one of the three. `trust`: do not ask again on this browser for thirty days. */
export const mfaVerification = z.strictObject({ ...secondStep, trust: z.boolean().default(false) }).refine(oneOf(['code', 'recoveryCode', 'passkey']), { path: ['code'], params: { rule: 'required' } });
export type MfaVerification = z.infer<typeof mfaVerification>;

/** GET auth/mfa-verification: what the sign-in under way waits for. */
export interface SignInChallenge {
  methods: SecondFactor[];
}

/** POST me/verification: a second factor where there is one, else the password, else a mailed code. */
export const verification = z
  .strictObject({ password: z.string().min(1).max(200).optional(), mailedCode: z.string().trim().min(1).max(40).optional(), ...secondStep })
  .refine(oneOf(['password', 'mailedCode', 'code', 'recoveryCode', 'passkey']), { path: ['password'], params: { rule: 'required' } });
export type Verification = z.infer<typeof verification>;
/** By what somebody who is signed in proves that it is still he. */
export type ProofMethod = 'password' | 'mail' | SecondFactor;

/** GET and POST me/verification. */
export interface VerificationState {
  /** ISO 8601; null: not proven within ten minutes. */
  provenUntil: string | null;
  methods: ProofMethod[];
  /** Where a mailed code is the proof: one is on its way, which this session can give. */
  codeSent: boolean;
}

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
export interface AppSetup {
  /** The key in base 32, to be typed. */
  key: string;
  /** `otpauth:` address, which the picture holds. */
  address: string;
  /** The picture (QR code): squares of 1, `size` a side, as one path. */
  picture: { size: number; path: string };
}

export interface Passkey {
  id: number;
  name: string;
  /** ISO 8601, as all moments here. */
  createdAt: string;
  lastUsedAt: string | null;
}
/** A signed-in browser. */
export interface OwnSession {
  id: number;
  /** As its browser calls itself (User-Agent). */
  device: string;
  address: string;
  lastSeenAt: string;
  createdAt: string;
  current: boolean;
}
/** A browser on which the second factor is not asked for. */
export interface TrustedBrowser {
  id: number;
  device: string;
  address: string;
  lastSeenAt: string;
  expiresAt: string;
  current: boolean;
}

/** GET me/security: how the own account is guarded. */
export interface Security {
  /** Since when there is an app for codes; null: there is none. */
  app: string | null;
  passkeys: Passkey[];
  recoveryCodesLeft: number;
  trustedBrowsers: TrustedBrowser[];
  sessions: OwnSession[];
  /** The segment wants a second factor: the last one cannot be removed. */
  required: boolean;
  provenUntil: string | null;
}
