import { isFetchError } from '@strapi/strapi/admin';
import type { ErrorAnswer, ErrorCode, FieldError } from '../../../contracts/platform';
import type { Say, Word } from '../use-words';

/** Why a request did not work, as far as it is known. */
export interface Refusal {
  code?: ErrorCode;
  /** The server's own words; empty when it was not reached. */
  message: string;
  fields: FieldError[];
}

/** Reads what a failed request threw. */
export const refusalOf = (error: unknown): Refusal => {
  if (!isFetchError(error)) return { message: '', fields: [] };
  if (error.status === 404) return { code: 'not_found', message: error.message, fields: [] };
  const details = error.response?.data.error.details as Partial<ErrorAnswer['error']['details']> | undefined;
  return { code: details?.code, message: error.message, fields: details?.errors ?? [] };
};

const words: Partial<Record<ErrorCode, Word>> = {
  access_refused: 'refusal.access_refused',
  not_found: 'refusal.not_found',
  validation_failed: 'refusal.validation_failed',
  category_in_use: 'refusal.category_in_use',
  limit_reached: 'refusal.limit_reached',
  changed_meanwhile: 'refusal.changed_meanwhile',
  newer_messages: 'refusal.newer_messages',
  already_sent: 'refusal.already_sent',
  segment_in_use: 'refusal.segment_in_use',
  merge_refused: 'refusal.merge_refused',
  merge_unconfirmed: 'refusal.merge_unconfirmed',
  reply_quotes_another: 'refusal.reply_quotes_another',
  ticket_merged: 'refusal.ticket_merged',
  chat_taken: 'refusal.chat_taken',
  chat_ended: 'refusal.chat_ended',
  mail_settled: 'refusal.mail_settled',
  file_empty: 'refusal.file_empty',
  file_too_large: 'refusal.file_too_large',
  file_type_refused: 'refusal.file_type_refused',
  file_infected: 'refusal.file_infected',
  file_withheld: 'refusal.file_withheld',
  files_unavailable: 'refusal.files_unavailable',
  scan_unavailable: 'refusal.scan_unavailable',
  upload_malformed: 'refusal.upload_malformed',
};

/** One sentence about what went wrong, in the agent's language where there is one. */
export const sayRefusal = (error: unknown, say: Say): string => sayCode(refusalOf(error), say);

/** The same for a refusal that came with an answer, as of one ticket among many. */
export const sayCode = ({ code, message }: { code?: ErrorCode; message: string }, say: Say): string => {
  const word = code && words[code];
  if (word) return say(word);
  return message || say('refusal.unreachable');
};

/** One sentence about a broken field. */
export const sayFieldError = ({ rule, limit }: FieldError, say: Say): string => {
  if (limit !== undefined && rule === 'too_long') return say('rule.too_long_limit', { limit });
  return say(`rule.${rule}`);
};
