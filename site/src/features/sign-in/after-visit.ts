import type { ErrorCode } from '@contracts/platform';
import type { VisitOutcome } from '@contracts/providers';
import type { Words } from '@i18n/index';
import { path } from '@layouts/paths';
import { pageAfter } from './after-sign-in';

/** Where a browser goes that came back from a provider. */
export const afterVisit = ({ next, goTo }: VisitOutcome): string => {
  if (next === 'linked') return path('/account/providers?done=linked');
  return next === 'prove_address' ? path('/sign-in/connect') : pageAfter(next, goTo);
};

type Problems = Words['accounts']['providers']['problem'];
export type ProviderProblem = Extract<keyof Problems, ErrorCode>;
const known: readonly ProviderProblem[] = ['provider_cancelled', 'provider_expired', 'provider_other_browser', 'provider_unavailable', 'provider_answer_refused', 'address_unverified', 'registration_closed', 'identity_taken', 'access_refused'];

/** The problem of a name; one of no name is that the sign-in is over. */
export const problemNamed = (name: string | null): ProviderProblem => known.find((each) => each === name) ?? 'provider_expired';

/** The page that says what went wrong with a provider, and what to do. */
export const problemPath = (code: string, provider: string): string => path(`/sign-in/problem?code=${encodeURIComponent(code)}&provider=${encodeURIComponent(provider)}`);
