import type { ErrorCode, FieldRule } from '@contracts/platform';

/** Why a field or a whole request was refused, in words that say what to do. */
export const refusals = {
  field: {
    required: (label: string, _limit?: number): string => `Fill in “${label}”`,
    too_long: (label: string, limit?: number): string =>
      limit === undefined ? `“${label}” is too long` : `“${label}” can have ${limit} characters at most`,
    too_short: (label: string, limit?: number): string =>
      limit === undefined ? `“${label}” is too short` : `“${label}” needs at least ${limit} characters`,
    not_allowed: (label: string, _limit?: number): string => `Choose one of the answers offered for “${label}”`,
    malformed: (label: string, _limit?: number): string => `“${label}” does not look right. Check it`,
    unknown: (label: string, _limit?: number): string => `We do not know “${label}” here. Leave it out`,
  } satisfies Record<FieldRule, (label: string, limit?: number) => string>,
  /** Sentences for fields where a general one would sound like a machine; the key is `path.rule`. */
  known: {
    'name.required': 'Enter your name',
    'email.required': 'Enter your email address',
    'email.malformed': 'Enter an email address in the form name@example.com',
    'password.required': 'Enter your password',
    'password.too_short': 'Use at least 10 characters for your password',
    'password.too_long': 'Use a shorter password: 72 letters at most, fewer with accents or emoji',
    'subject.required': 'Enter a subject',
    'body.required': 'Write something before you send it',
    'category.required': 'Choose what it is about',
    'category.not_allowed': 'Choose what it is about',
    'timeZone.not_allowed': 'Choose a time zone from the list',
  },
  codes: {
    validation_failed: 'Some answers need another look.',
    not_signed_in: 'Sign in to continue.',
    wrong_credentials: 'The email address or the password is not right. Check both and try again.',
    access_refused: 'Your account has no access to this. Nothing was changed.',
    origin_refused: 'This form came from another address. Nothing was sent. Open the page again and retry.',
    not_found: 'We cannot find this. It may be gone.',
    method_not_allowed: 'This address cannot do that. Nothing was changed. Go back and try again.',
    code_invalid: 'This link was used already, or it is too old. Ask for a new one.',
    ticket_closed: 'This request is closed. Reopen it to reply.',
    reopen_window_passed: 'It is too late to reopen this request. Send a new one instead.',
    idempotency_key_reused: 'This form was sent before with other answers. Check your requests, then start again.',
    upload_malformed: 'The file did not arrive complete. Try again.',
    file_empty: 'The file is empty. Choose another one.',
    file_too_large: 'The file is too large. Choose a smaller one.',
    file_type_refused: 'Files of this kind are not allowed. Choose another one.',
    attachment_in_use: 'This file belongs to a message already and stays with it.',
    category_in_use: 'This category is still in use.',
    limit_reached: 'There are as many as there can be.',
    newer_messages: 'Somebody wrote meanwhile.',
    already_sent: 'It was sent already.',
    merge_refused: 'These requests cannot be merged.',
    ticket_merged: 'This request was merged into another one. Go on there.',
    too_many_requests: 'That was a lot in a short time. Wait a little and try again.',
    body_too_large: 'That was more than we can take at once. Send less text or smaller files.',
    answer_unavailable: 'No answer could be written just now. What the search found is not affected.',
    internal_error: 'Something went wrong on our side. What was sent before is safe. Try again in a few minutes.',
  } satisfies Record<ErrorCode, string>,
};
