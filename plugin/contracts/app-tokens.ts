import { z } from 'zod';

/** What a token may do: nothing beyond what its customer may. */
export const tokenScopes = ['tickets:read', 'tickets:write', 'knowledge:read', 'account'] as const;
export type TokenScope = (typeof tokenScopes)[number];

const wishes = {
  /** All, where it names none. */
  scopes: z.array(z.enum(tokenScopes)).min(1).max(tokenScopes.length).optional(),
  /** What its owner calls it in the list of his sessions. */
  device: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .refine((value) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value), { params: { rule: 'malformed' } })
    .optional(),
};
/** What an app asks for when it signs in, beside address and password. */
export const tokenSignIn = { mode: z.enum(['session', 'token']).optional(), ...wishes };
/** POST me/app-tokens */
export const tokenWish = z.strictObject(wishes);

const refreshToken = z.string().min(20).max(200);
/** POST auth/refresh */
export const refresh = z.strictObject({ refreshToken });
/** POST auth/logout: an app may show its refresh token instead of an access token. */
export const logout = z.strictObject({ refreshToken: refreshToken.optional() });

/** Answers a sign-in in token mode, and each refresh. Whole seconds from now. */
export const appTokens = z.object({
  accessToken: z.string(),
  expiresIn: z.number().int(),
  refreshToken: z.string(),
  refreshExpiresIn: z.number().int(),
  scopes: z.array(z.enum(tokenScopes)),
}).meta({ id: 'AppTokens' });
export type AppTokens = z.infer<typeof appTokens>;
