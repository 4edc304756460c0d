import type { FieldError } from '../../../contracts/platform';
import { secretKindsIn } from '../../../contracts/secrets';
import type { SecretKind } from '../../../contracts/secrets';
import { Refusal } from '../platform/errors';

const names: Record<SecretKind, string> = { card: 'a card number', iban: 'a bank account', private_key: 'a private key', token: 'an access token', password: 'a password' };
const listed = (kinds: SecretKind[]): string => kinds.map((kind) => names[kind]).join(', ');

/** What looks secret in some texts, by the fields that they came in. */
export const secretsAt = (texts: Record<string, unknown>): FieldError[] =>
  Object.entries(texts).flatMap(([path, text]) => {
    const found = typeof text === 'string' ? secretKindsIn(text) : [];
    return found.length > 0 ? [{ path, rule: 'not_allowed' as const, message: `This looks as if it had ${listed(found)} in it.`, found }] : [];
  });

/** Refuses with 409 `secret_found` what looks secret, unless its writer said that it shall go. */
export const refuseSecrets = (texts: Record<string, unknown>, isAllowed: boolean | undefined): void => {
  const errors = isAllowed ? [] : secretsAt(texts);
  if (errors.length > 0) throw new Refusal('secret_found', 'There is something in it that looks secret. Nothing was sent. Take it out, or send it with `allowSecrets`.', errors);
};
