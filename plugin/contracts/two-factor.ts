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
