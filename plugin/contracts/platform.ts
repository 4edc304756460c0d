import { z } from 'zod';
import { secretKinds } from './secrets';

/**
 * Every code that an error of the portal API can carry. Stable: clients branch on them, and
 * docs/api-errors.md explains each (a test compares both lists).
 */
export const errorCodes = [
  'validation_failed',
  'not_signed_in',
  'wrong_credentials',
  'sign_in_expired',
  'wrong_code',
  'second_factor_required',
  'verification_needed',
  'access_refused',
  'origin_refused',
  'not_found',
  'method_not_allowed',
  'body_type_refused',
  'code_invalid',
  'provider_cancelled',
  'provider_expired',
  'provider_other_browser',
  'provider_answer_refused',
  'provider_unavailable',
  'address_unverified',
  'registration_closed',
  'identity_taken',
  'last_way_in',
  'token_invalid',
  'token_scope_missing',
  'ticket_closed',
  'reopen_window_passed',
  'idempotency_key_reused',
  'upload_malformed',
  'file_empty',
  'file_too_large',
  'file_type_refused',
  'file_infected',
  'file_withheld',
  'scan_unavailable',
  'files_unavailable',
  'attachment_in_use',
  'category_in_use',
  'segment_in_use',
  'last_factor',
  'limit_reached',
  'changed_meanwhile',
  'newer_messages',
  'already_sent',
  'share_limit_reached',
  'participant_limit_reached',
  'merge_refused',
  'merge_unconfirmed',
  'reply_quotes_another',
  'ticket_merged',
  'rating_closed',
  'chat_taken',
  'chat_ended',
  'chat_blocked',
  'identity_refused',
  'export_under_way',
  'erasure_under_way',
  'secret_found',
  'redaction_window_passed',
  'too_many_requests',
  'body_too_large',
  'answer_unavailable',
  'mail_malformed',
  'mail_too_large',
  'mail_settled',
  'internal_error',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Which rule a field broke, so that a page can say it in the reader's language. */
export const fieldRules = ['required', 'too_long', 'too_short', 'not_allowed', 'malformed', 'unknown', 'guessable'] as const;
export type FieldRule = (typeof fieldRules)[number];

/** One broken field: `path` in dots (`fields.orderNumber`), `message` in plain English. */
export const fieldError = z.object({
  path: z.string(),
  message: z.string(),
  rule: z.enum(fieldRules),
  limit: z.number().int().optional().describe('The bound that was passed, where the rule has one (characters or bytes).'),
  found: z.array(z.enum(secretKinds)).optional().describe('What was seen in it that nobody should send (`secret_found`).'),
  suggestion: z.string().optional().describe('A value near the refused one that would do.'),
}).meta({ id: 'FieldError' });
export type FieldError = z.infer<typeof fieldError>;

/** The body of every refusal. */
export const errorAnswer = z.object({
  data: z.null(),
  error: z.object({ status: z.number().int(), name: z.string(), message: z.string(), details: z.object({ code: z.enum(errorCodes), errors: z.array(fieldError), retryAfter: z.number().int().optional() }).describe('`retryAfter`: whole seconds, only with `too_many_requests`.') }),
}).meta({ id: 'ErrorAnswer' });
export type ErrorAnswer = z.infer<typeof errorAnswer>;

/** What every list answers in `meta.pagination`. */
export const pagination = z.object({
  page: z.number().int(),
  pageSize: z.number().int(),
  pageCount: z.number().int(),
  total: z.number().int(),
}).meta({ id: 'Pagination' });
export type Pagination = z.infer<typeof pagination>;

// Coercion alone would make numbers of `0x10`, ` 7 ` and of a repeated parameter, which arrives as a list.
const queryNumber = z.union([z.number(), z.string().regex(/^-?\d{1,9}$/)]).transform(Number).pipe(z.number().int());
/** Numbers of a query string; refuses `-1`, `1.5`, lists and words instead of guessing. */
export const pageNumber = queryNumber.pipe(z.number().min(1).max(100_000));
export const pageSize = queryNumber.pipe(z.number().min(1).max(100));
