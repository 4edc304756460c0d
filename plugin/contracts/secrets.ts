import { z } from 'zod';
import { ibanLengths } from './iban-lengths';

/** What nobody should send by message: a payment card, an account, a private key, an access token, a password. */
export const secretKinds = ['card', 'iban', 'private_key', 'token', 'password'] as const;
export type SecretKind = (typeof secretKinds)[number];

/** Something secret in a text, from `start` up to before `end`. */
export interface FoundSecret {
  kind: SecretKind;
  start: number;
  end: number;
}

/** POST tickets/:reference/comments/:id/redactions, for agents below /portal: which words go; none: what looks secret. */
export const redaction = z.strictObject({ words: z.array(z.string().trim().min(2).max(500)).max(20).default([]) });
export type Redaction = z.infer<typeof redaction>;

/** What stands in place of a letter that was taken out. */
export const blank = '▒';

/** First digits and lengths of the cards that are in use (ISO/IEC 7812). */
const brands: readonly { prefix: RegExp; lengths: readonly number[] }[] = [
  { prefix: /^4/, lengths: [13, 16, 19] },
  { prefix: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { prefix: /^3[47]/, lengths: [15] },
  { prefix: /^3(0[0-5]|[68])/, lengths: [14] },
  { prefix: /^(6011|65|64[4-9]|622)/, lengths: [16, 17, 18, 19] },
  { prefix: /^35(2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  { prefix: /^62/, lengths: [16, 17, 18, 19] },
];

/** The check digit of Luhn (ISO/IEC 7812-1, annex B). */
const passesLuhn = (digits: string): boolean => {
  let sum = 0;
  for (let at = digits.length - 1, doubled = false; at >= 0; at -= 1, doubled = !doubled) {
    const digit = Number(digits[at]) * (doubled ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
};
const isCard = (digits: string): boolean => brands.some(({ prefix, lengths }) => prefix.test(digits) && lengths.includes(digits.length)) && passesLuhn(digits);

const digitRun = /(?<![\p{L}\p{N}])\d(?:[ -]?\d){11,60}(?![\p{L}\p{N}])/gu;
const longestCard = 19;

/** A card's number can stand beside its date or another number, so every beginning and end of a group is tried. */
const cardIn = (run: string): [start: number, end: number] | null => {
  const groups = [...run.matchAll(/\d+/g)].map(({ index, 0: digits }) => ({ start: index, end: index + digits.length, digits }));
  for (let first = 0; first < groups.length; first += 1) {
    let digits = '';
    for (let last = first; last < groups.length && digits.length <= longestCard; last += 1) {
      digits += groups[last]!.digits;
      if (isCard(digits)) return [groups[first]!.start, groups[last]!.end];
    }
  }
  return null;
};

/** A name that programs make (RFC 9562): figures in it are no number of anything. */
const uuid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

const cards = (text: string): FoundSecret[] =>
  [...text.replace(uuid, (name) => 'x'.repeat(name.length)).matchAll(digitRun)].flatMap(({ index, 0: run }) => {
    const found = cardIn(run);
    return found ? [{ kind: 'card' as const, start: index + found[0], end: index + found[1] }] : [];
  });

/** The remainder of ISO 7064 (MOD 97-10) that every account of ISO 13616 has. */
const passesMod97 = (account: string): boolean => {
  let rest = 0;
  for (const character of account.slice(4) + account.slice(0, 4)) {
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
};

const accountStart = /(?<![\p{L}\p{N}])[A-Z]{2} ?\d ?\d/giu;
/** As long as its country says, in groups or in one. */
const accountAt = (text: string, start: number): FoundSecret | null => {
  const length = ibanLengths[text.slice(start, start + 2).toUpperCase()];
  if (length === undefined) return null;
  let account = '';
  let at = start;
  for (; at < text.length && account.length < length; at += 1) {
    const character = text[at]!.toUpperCase();
    if (/[A-Z0-9]/.test(character)) account += character;
    else if (!/[ \u00a0-]/.test(character) || /[ \u00a0-]/.test(text[at - 1]!)) return null;
  }
  // Dashes stand between groups of four, or it is a number of another kind, such as a part of a UUID.
  const isGrouped = !text.slice(start, at).includes('-') || /^\w{4}(?:-\w{4})*(?:-\w{1,4})?$/.test(text.slice(start, at));
  return isGrouped && account.length === length && !/[\p{L}\p{N}]/u.test(text[at] ?? '') && passesMod97(account) ? { kind: 'iban', start, end: at } : null;
};
const accounts = (text: string): FoundSecret[] => [...text.matchAll(accountStart)].flatMap(({ index }) => accountAt(text, index) ?? []);

const keyBlock = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g;
const tokens = [
  // Amazon, GitHub, GitLab, Stripe, Slack, Google, npm, OpenAI; and signed tokens (RFC 7519).
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\b(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{40,255}|glpat-[\w-]{20,100})/g,
  /\b(?:[sr]k_(?:live|test)|whsec)_[A-Za-z0-9]{16,255}/g,
  /\bxox[abeoprs]-[A-Za-z0-9-]{10,255}/g,
  /\bhttps:\/\/hooks\.slack\.com\/services\/[\w/]{20,200}/g,
  /\bAIza[\w-]{35}/g,
  /\bnpm_[A-Za-z0-9]{36}/g,
  /\bsk-[A-Za-z0-9_-]{20,200}/g,
  /\beyJ[\w-]{8,4000}\.eyJ[\w-]{8,8000}\.[\w-]{8,2000}/g,
];

const passwordNames = 'passwords?|passwort|kennwort|passcode|passphrase|pass word|pwd|pin|tan|api[ _-]?key|secret(?:[ _-]?access)?[ _-]?key|client[ _-]?secret|access[ _-]?token|كلمة المرور|كلمة السر|الرقم السري';
/** After a colon anything counts; after “is” only what has a figure in it: “my password is wrong” gives nothing away. */
const named = new RegExp(`(?<![\\p{L}\\p{N}])(?:${passwordNames})["']?(?:[ \\t]{0,3}[:=][ \\t]{0,3}|[ \\t](?:is|was|ist|war|lautet|هي|هو)[ \\t]{1,3}(?=\\S{0,40}\\d))["']?([^\\s"'<>${blank}][^\\s"'<>]{3,200})`, 'giu');
const passwords = (text: string): FoundSecret[] =>
  [...text.matchAll(named)].flatMap(({ index, 0: all, 1: value = '' }) => {
    const start = index + all.length - value.length;
    // An address where one sets a new password is not a password.
    return /^https?:/i.test(value) ? [] : [{ kind: 'password' as const, start, end: start + value.length }];
  });

const matchesOf = (kind: SecretKind, pattern: RegExp, text: string): FoundSecret[] => [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ kind, start: index, end: index + found.length }));

/** What looks secret in a text, in its order; of two that overlap the one that begins first, of those the longer. */
export const findSecrets = (text: string): FoundSecret[] => {
  const all = [...matchesOf('private_key', keyBlock, text), ...tokens.flatMap((pattern) => matchesOf('token', pattern, text)), ...accounts(text), ...cards(text), ...passwords(text)];
  const ordered = all.sort((one, other) => one.start - other.start || other.end - one.end);
  const found: FoundSecret[] = [];
  for (const each of ordered) if (each.start >= (found.at(-1)?.end ?? 0)) found.push(each);
  return found;
};

/** Which kinds of secrets a text has, each once. */
export const secretKindsIn = (text: string): SecretKind[] => {
  const found = new Set(findSecrets(text).map(({ kind }) => kind));
  return secretKinds.filter((kind) => found.has(kind));
};

/** What stands in a secret's place: of a card its last four digits, by which its owner knows it; of all else nothing. */
export const blankedOut = (kind: SecretKind | 'words', secret: string): string => {
  if (kind !== 'card') return blank.repeat(8);
  let digits = secret.replace(/\D/g, '').length;
  return secret.replace(/\d/g, (digit) => ((digits -= 1) < 4 ? digit : blank));
};

/** The text without what looks secret in it. */
export const withoutSecrets = (text: string): string => {
  let cleaned = text;
  // Where one is taken out, what stood beside it can look like another.
  for (let rounds = 0; rounds < 5; rounds += 1) {
    const found = findSecrets(cleaned);
    if (found.length === 0) return cleaned;
    for (const { kind, start, end } of found.reverse()) cleaned = cleaned.slice(0, start) + blankedOut(kind, cleaned.slice(start, end)) + cleaned.slice(end);
  }
  return cleaned;
};
