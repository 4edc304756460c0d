import { errors } from '@strapi/utils';
import type { ErrorCode, FieldError } from '../../../contracts/platform';

/** HTTP status of each code; the stable-errors middleware is where it is applied. */
export const statusOf: Record<ErrorCode, number> = {
  validation_failed: 400,
  not_signed_in: 401,
  wrong_credentials: 401,
  sign_in_expired: 401,
  wrong_code: 400,
  second_factor_required: 403,
  verification_needed: 403,
  access_refused: 403,
  origin_refused: 403,
  not_found: 404,
  method_not_allowed: 405,
  body_type_refused: 415,
  code_invalid: 400,
  provider_cancelled: 400,
  provider_expired: 400,
  provider_other_browser: 400,
  provider_answer_refused: 400,
  provider_unavailable: 503,
  address_unverified: 403,
  registration_closed: 403,
  identity_taken: 409,
  last_way_in: 409,
  token_invalid: 401,
  token_scope_missing: 403,
  ticket_closed: 409,
  reopen_window_passed: 409,
  idempotency_key_reused: 409,
  upload_malformed: 400,
  file_empty: 400,
  file_too_large: 413,
  file_type_refused: 415,
  file_infected: 422,
  file_withheld: 409,
  scan_unavailable: 503,
  files_unavailable: 503,
  attachment_in_use: 409,
  category_in_use: 409,
  segment_in_use: 409,
  last_factor: 409,
  limit_reached: 409,
  changed_meanwhile: 409,
  newer_messages: 409,
  already_sent: 409,
  share_limit_reached: 409,
  participant_limit_reached: 409,
  merge_refused: 409,
  merge_unconfirmed: 409,
  reply_quotes_another: 409,
  ticket_merged: 409,
  rating_closed: 409,
  chat_taken: 409,
  chat_ended: 409,
  chat_blocked: 403,
  identity_refused: 401,
  export_under_way: 409,
  erasure_under_way: 409,
  secret_found: 409,
  redaction_window_passed: 409,
  too_many_requests: 429,
  body_too_large: 413,
  answer_unavailable: 503,
  mail_malformed: 400,
  mail_too_large: 413,
  mail_settled: 409,
  internal_error: 500,
};

const names: Record<number, string> = {
  400: 'ValidationError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  413: 'PayloadTooLargeError',
  429: 'RateLimitError',
  500: 'InternalServerError',
  503: 'ServiceUnavailableError',
};
/** The name that an error of a status carries. */
export const nameOf = (status: number): string => names[status] ?? 'ApplicationError';

interface Details {
  code: ErrorCode;
  errors: FieldError[];
  retryAfter?: number;
}

/**
 * A refusal that a customer or client is meant to read. `fields` names broken fields; `retryAfter` is in
 * seconds and becomes the header. Strapi formats it as a 400; the stable-errors middleware then sets the
 * status that belongs to the code. Every other exception stays Strapi's 500.
 */
export class Refusal extends errors.ApplicationError<string, string, Details> {
  constructor(code: ErrorCode, message: string, fields: FieldError[] = [], retryAfter?: number) {
    super(message, { code, errors: fields, ...(retryAfter === undefined ? {} : { retryAfter }) });
    this.name = nameOf(statusOf[code]);
  }
}

/** 404 for what is missing and what is another's alike: same status, same bytes. */
export const notFound = (): Refusal => new Refusal('not_found', 'Not found. It does not exist, or it is not yours to see.');
