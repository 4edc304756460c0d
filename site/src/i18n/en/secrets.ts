import type { SecretKind } from '@contracts/secrets';

/** Something secret in what was written. */
export const secrets = {
  kinds: { card: 'a card number', iban: 'a bank account number', private_key: 'a private key', token: 'an access key', password: 'a password' } satisfies Record<SecretKind, string>,
  /** Between two of them. */
  between: ', ',
  seen: (label: string, kinds: string): string => `“${label}” looks as if it had ${kinds} in it`,
  title: 'Do you want to send this?',
  text: 'Whoever reads it can use it, and mails are kept in many places. Our support never needs it.',
  takeOut: 'Take it out',
  anyway: 'Send it anyway',
  takenOut: 'It is taken out. Look at it once more, then send it.',
  inMessage: (kinds: string): string => `This message may have ${kinds} in it.`,
  redacted: 'It was taken out of your message and of all copies that we have.',
};
