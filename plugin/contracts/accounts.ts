import { z } from 'zod';
import { tokenSignIn } from './app-tokens';
import { withoutTurns } from './one-line';

export const languages = ['en', 'de', 'ar'] as const;
export type Language = (typeof languages)[number];
const rightToLeft = new Set(['ar', 'arc', 'dv', 'fa', 'he', 'ckb', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);
/** Where a language (BCP 47) begins its lines. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr');
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/**
 * Names stand in our mails, and anybody can have one sent to any address by registering with it: a name has
 * one line and no web address, so that it cannot be somebody else's message.
 */
export const personName = z
  .string()
  .overwrite(withoutTurns)
  .trim()
  .min(1)
  .max(100)
  .refine((value) => !/\p{Cc}|\p{Zl}|\p{Zp}|:\/\/|www\./iu.test(value), { params: { rule: 'malformed' } });
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
/** A host name in lower case: `example.com`. */
export const emailDomain = z.string().trim().toLowerCase().max(190).regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be the part of an address after the @, such as example.com');
/** An account's password has at least this many characters, whatever an installation asks for besides. */
export const leastPassword = 10;
/** bcrypt reads 72 bytes and silently ignores the rest, so longer ones are refused, not cut. */
const newPassword = z
  .string()
  .min(leastPassword)
  .refine((value) => new TextEncoder().encode(value).length <= 72, { params: { rule: 'too_long', limit: 72 } });
const code = z.string().min(20).max(200);

const isTimeZone = (value: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
};
/** IANA name of a time zone that this Node knows. */
export const timeZone = z.string().max(64).refine(isTimeZone, { params: { rule: 'not_allowed' } });

/** POST auth/register */
export const registration = z.strictObject({
  name: personName,
  email,
  password: newPassword,
  language: z.enum(languages).optional(),
});
/** POST auth/login */
export const login = z.strictObject({ email: z.string().trim().toLowerCase().min(1).max(254), password: z.string().min(1).max(200), ...tokenSignIn });
/** POST auth/email-confirmation */
export const emailConfirmation = z.strictObject({ code });
/** POST auth/password-reset-request */
export const passwordResetRequest = z.strictObject({ email });
/** POST auth/password-reset */
export const passwordReset = z.strictObject({ code, password: newPassword });
/** POST me/password */
export const passwordChange = z.strictObject({ currentPassword: z.string().min(1).max(200), password: newPassword });
/** PATCH me */
export const profileChange = z.strictObject({
  name: personName.optional(),
  language: z.enum(languages).optional(),
  timeZone: timeZone.optional(),
  theme: z.enum(themes).optional(),
});

export type Registration = z.infer<typeof registration>;
export type Login = z.infer<typeof login>;
export type PasswordReset = z.infer<typeof passwordReset>;
export type PasswordChange = z.infer<typeof passwordChange>;
export type ProfileChange = z.infer<typeof profileChange>;

/** GET me/organisation: null where the customer belongs to none, or where nobody may read what colleagues sent. */
export const ownOrganisation = z.object({
  name: z.string(),
  mayRead: z.boolean().describe('He may read what his colleagues sent.'),
  readsYours: z.boolean().describe('Some of them may read what he sends.'),
}).meta({ id: 'OwnOrganisation' });
export type OwnOrganisation = z.infer<typeof ownOrganisation>;

export type { Me, Policy } from './me';
