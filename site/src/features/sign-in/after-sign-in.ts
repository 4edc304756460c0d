import type { SignInOutcome } from '@contracts/two-factor';
import { safeReturn } from '@features/forms/return-path';
import { path } from '@layouts/paths';

const on = (page: '/sign-in/verify' | '/account/security/required', wanted: string | null): string => path(wanted ? `${page}?return=${encodeURIComponent(wanted)}` : page);

/** Where a way to sign in goes on, by what the API answered; `wanted` is the `return` of the sign-in page's address, as it stands there. */
export const pageAfter = (next: SignInOutcome['next'], wanted: string | null): string => {
  if (next === 'second_factor') return on('/sign-in/verify', wanted);
  return next === 'enrolment' ? on('/account/security/required', wanted) : safeReturn(wanted);
};
