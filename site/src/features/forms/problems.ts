import type { ErrorCode, FieldError } from '@contracts/platform';
import { fieldErrorSentence, refusalSentence, type Words } from '@i18n/index';
import { comingTime } from '@i18n/coming-time';
import type { DateReading } from '@i18n/dates';
import type { Answer } from '@portal-api/client';

/** What is wrong with a field. Of a refused file, `message` is its name and `code` its own fault. */
type ProblemError = FieldError & { code?: ErrorCode };

/** What kept a form from being taken, in codes; words come when it is shown, in the language of the moment. */
export interface Problems {
  code: ErrorCode | 'stale_form' | 'session_ended';
  errors: ProblemError[];
  /** From when on it would be taken, as ISO 8601: a form that was left may be shown much later. */
  retryAt: string | null;
}

/** A problem as it is shown: one sentence for all, and one for each field. */
export interface ShownProblems {
  text: string | undefined;
  errors: { field: string; message: string }[];
  /** The sentence of a field, for its own place. */
  at(field: string): string | undefined;
  /** True where something secret was seen: then it can be taken out, or sent all the same. */
  secrets?: boolean | undefined;
}

export const staleForm: Problems = { code: 'stale_form', errors: [], retryAt: null };
export const sessionEnded: Problems = { code: 'session_ended', errors: [], retryAt: null };

const only = (code: ErrorCode, errors: FieldError[] = []): Problems => ({ code, errors, retryAt: null });
const aboutPerson = (rule: FieldError['rule']): Problems => only('validation_failed', [{ path: 'email', rule, message: '' }]);
const named: Record<string, Problems> = {
  stale: staleForm,
  share_limit: only('share_limit_reached'),
  participant_limit_reached: only('participant_limit_reached'),
  redaction: only('redaction_window_passed'),
  'person.required': aboutPerson('required'),
  'person.malformed': aboutPerson('malformed'),
  'person.too_long': aboutPerson('too_long'),
  'person.not_allowed': aboutPerson('not_allowed'),
};
/** The problem that `?problem=…` names, where a page has no form of its own that kept it. */
export const problemOf = (name: string | null): Problems | null => (name !== null && Object.hasOwn(named, name) ? (named[name] ?? null) : null);

/** The problems of a refused answer. */
export const problemsOf = <T>(answer: Extract<Answer<T>, { ok: false }>, now = new Date()): Problems => ({
  code: answer.code,
  errors: answer.errors,
  retryAt: answer.retryAfter === null ? null : new Date(now.getTime() + answer.retryAfter * 1000).toISOString(),
});

/** Who reads it; only of somebody who is signed in do we know the clock. */
export type ProblemReader = DateReading & { viewer?: unknown };
const someone: ProblemReader = { language: 'en', timeZone: 'UTC' };

const overall = (words: Words, { code, retryAt }: Problems, reader: ProblemReader): string => {
  if (code === 'stale_form') return words.staleForm;
  if (code === 'session_ended') return words.sessionExpired.text;
  const sentence = refusalSentence(words, code);
  // What a draft keeps is whatever was sent to be kept.
  const until = Date.parse(retryAt ?? '');
  const waits = code === 'too_many_requests' && until > (reader.now ?? new Date()).getTime();
  return waits ? words.tooOften(comingTime(new Date(until), reader, Boolean(reader.viewer))) : sentence;
};

/** Words for problems; `labels` are the fields of the page, each by the path the API calls it, and `reader` (the page's locals) says by which clock. */
export const showProblems = (words: Words, problems: Problems | null, labels: Record<string, string>, reader: ProblemReader = someone): ShownProblems => {
  if (!problems) return { text: undefined, errors: [], at: () => undefined };
  const errors = problems.errors.map((error) => ({
    field: error.path,
    // A refused file is told by its name and its fault; the field around it is right.
    message: error.code ? `${error.message}: ${refusalSentence(words, error.code)}` : fieldErrorSentence(words, error, labels[error.path] ?? error.path),
  }));
  const messagesOf = (field: string): string[] => errors.filter((error) => error.field === field).map(({ message }) => message);
  return { secrets: problems.code === 'secret_found', text: errors.length > 0 ? undefined : overall(words, problems, reader), errors, at: (field) => messagesOf(field).join(' ') || undefined };
};
