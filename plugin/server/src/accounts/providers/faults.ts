import type { ErrorCode } from '../../../../contracts/platform';
import { Refusal } from '../../platform/errors';

/** An error of openid-client, as far as we look at it. Its classes live in a module that is loaded late. */
interface ProtocolError {
  name?: string;
  code?: string;
  error?: string;
  status?: number;
}
type Fault = Extract<ErrorCode, 'provider_cancelled' | 'provider_unavailable' | 'provider_answer_refused'>;

const messages: Record<Fault, string> = {
  provider_cancelled: 'The sign-in with the provider was not finished. Nothing was changed; start it again.',
  provider_unavailable: 'The provider cannot be reached just now. Try again in a few minutes.',
  provider_answer_refused: 'The answer of the provider does not belong to this sign-in. Start it again.',
};
const cancelled = ['access_denied', 'interaction_required', 'login_required', 'consent_required', 'account_selection_required'];
const theirs = ['server_error', 'temporarily_unavailable', 'invalid_client', 'unauthorized_client'];
const notAnswered = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR', 'OAUTH_WWW_AUTHENTICATE_CHALLENGE'];
const isNetwork = ({ name, code }: ProtocolError): boolean => name === 'TypeError' && code === undefined;

const faultOf = (error: ProtocolError): Fault => {
  if (cancelled.includes(error.error ?? '')) return 'provider_cancelled';
  if (theirs.includes(error.error ?? '') || notAnswered.includes(error.code ?? '') || isNetwork(error)) return 'provider_unavailable';
  return 'provider_answer_refused';
};

/** A refusal with what it means for the person. */
export const providerRefusal = (fault: Fault): Refusal => new Refusal(fault, messages[fault]);

/** What an error on the way to a provider and back means for the person; the error itself is for the log. */
export const refusalOf = (error: unknown): Refusal => (error instanceof Refusal ? error : providerRefusal(faultOf((error ?? {}) as ProtocolError)));

/** What an operator needs to know of an error: openid-client says the reason one level below. */
export const reasonOf = (error: unknown): string => {
  const { message, error: code, cause } = (error ?? {}) as Error & ProtocolError;
  const below = cause instanceof Error ? `: ${cause.message}` : '';
  return `${message}${code ? ` (${code})` : ''}${below}`;
};
