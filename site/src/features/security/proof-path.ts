import { path } from '@layouts/paths';
import type { Answer } from '@portal-api/client';

type Refused = Extract<Answer<unknown>, { ok: false }>;

/** The page that asks who is there, which brings back to `inside` afterwards. */
export const proofPath = (inside: string): string => path(`/account/verify?return=${encodeURIComponent(inside)}`);

/** Where a refused change leads: to the page that asks who is there; null where that is not what was missing. */
export const proofFor = (answer: Answer<unknown>, inside: string): string | null => (!answer.ok && answer.code === 'verification_needed' ? proofPath(inside) : null);

/** True where the session is over. */
export const isSignedOut = (answer: Answer<unknown>): answer is Refused => !answer.ok && answer.status === 401;
