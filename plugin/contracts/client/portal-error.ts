import type { ErrorAnswer, ErrorCode, FieldError } from '../platform';

/** `unreachable`: nobody answered, or something that is not the portal. Every other code is the portal's own. */
export type PortalErrorCode = ErrorCode | 'unreachable';

/** A call that was refused or did not get through. Branch on `code`; `message` is for people. */
export class PortalError extends Error {
  /** 0 where nobody answered. */
  readonly status: number;
  readonly code: PortalErrorCode;
  /** Broken fields, where fields are to blame. */
  readonly errors: FieldError[];
  /** Seconds after which it can be tried again; null where nothing was said of it. */
  readonly retryAfter: number | null;

  constructor(status: number, code: PortalErrorCode, message: string, errors: FieldError[] = [], retryAfter: number | null = null, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'PortalError';
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }
}

const secondsIn = (header: string | null): number | null => (header !== null && /^\d+$/.test(header) ? Number(header) : null);

/** The refusal in an answer of the API. */
export const refusalIn = async (answer: Response): Promise<PortalError> => {
  const body = (await answer.json().catch(() => null)) as Partial<ErrorAnswer> | null;
  const retryAfter = secondsIn(answer.headers.get('retry-after'));
  const error = body?.error;
  if (!error?.details?.code) return new PortalError(answer.status, 'unreachable', `Something that is not the portal answered ${answer.status}.`, [], retryAfter);
  return new PortalError(answer.status, error.details.code, error.message, error.details.errors, error.details.retryAfter ?? retryAfter);
};
