import type { SecretKind } from '@contracts/secrets';

const kinds: Record<SecretKind, string> = { card: 'a card number', iban: 'a bank account number', private_key: 'a private key', token: 'an access key', password: 'a password' };
const listed = (found: SecretKind[]): string => found.map((kind) => kinds[kind]).join(', ');

/** Something secret in what was written. */
export const secrets = {
  seen: (label: string, found: SecretKind[]): string => `“${label}” looks as if it had ${listed(found)} in it`,
  title: 'Do you want to send this?',
  text: 'Whoever reads it can use it, and mails are kept in many places. Our support never needs it.',
  takeOut: 'Take it out',
  anyway: 'Send it anyway',
  takenOut: 'It is taken out. Look at it once more, then send it.',
  inMessage: (found: SecretKind[]): string => `This message may have ${listed(found)} in it.`,
  redacted: 'It was taken out of your message and of all copies that we have.',
};
