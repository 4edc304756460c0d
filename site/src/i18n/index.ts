import type { Language } from '@contracts/accounts';
import type { ErrorCode, FieldError } from '@contracts/platform';
import type { SecretKind } from '@contracts/secrets';
import type { TicketEvent } from '@contracts/tickets';
import { ar } from './ar';
import { de } from './de';
import { en, type Words } from './en';

export type { Words };

const dictionaries: Record<Language, Words> = { en, de, ar };

/** All words of the site in one language; an unknown or missing language is English. */
export const wordsFor = (language: string | null | undefined): Words =>
  language && Object.hasOwn(dictionaries, language) ? dictionaries[language as Language] : en;

/** What looks secret in something: “a card number, a password”. */
export const secretWords = ({ secrets }: Words, found: SecretKind[]): string => found.map((kind) => secrets.kinds[kind]).join(secrets.between);

/** What to say at a field that the API refused; `label` is the field's own label on the page. */
export const fieldErrorSentence = (words: Words, error: Pick<FieldError, 'path' | 'rule' | 'limit' | 'found'>, label: string): string =>
  (error.found ? words.secrets.seen(label, secretWords(words, error.found)) : undefined) ??
  (words.refusals.known as Record<string, string>)[`${error.path}.${error.rule}`] ??
  words.refusals.field[error.rule](label, error.limit);

/** What to say when the API refused a request as a whole. */
export const refusalSentence = (words: Words, code: ErrorCode): string => words.refusals.codes[code];

// Names of people and categories pass here too, and a category may be called `constructor`.
const named = (names: Record<string, string>, code = ''): string => (Object.hasOwn(names, code) ? (names[code] ?? code) : code);

/** One line of a request's history as the customer reads it. `reader` is his name where several customers take part; alone, he did it all. A colleague is not the one for whom it waits. */
export const eventSentence = (words: Words, event: Pick<TicketEvent, 'type' | 'actor' | 'data'>, reader?: string, isColleague = false): string => {
  const { actors, events, list, priorities, states: own } = words.requests;
  const states = isColleague ? { ...own, pending: list.waitingForOther } : own;
  const { kind, name } = event.actor;
  const isReader = kind === 'customer' && (reader === undefined || name === reader);
  const who = isReader ? actors.you : name || (kind === 'customer' ? actors.you : actors[kind]);
  const names = event.type === 'ticket.state_changed' ? states : event.type === 'ticket.priority_changed' ? priorities : {};
  return events[event.type](who, named(names, event.data.from), named(names, event.data.to));
};
