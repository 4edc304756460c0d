import type { SecretKind } from '@contracts/secrets';
import type { Words } from '../en';

const kinds: Record<SecretKind, string> = { card: 'eine Kartennummer', iban: 'eine Kontonummer', private_key: 'einen privaten Schlüssel', token: 'einen Zugangsschlüssel', password: 'ein Passwort' };
const listed = (found: SecretKind[]): string => found.map((kind) => kinds[kind]).join(', ');

export const secrets: Words['secrets'] = {
  seen: (label, found) => `„${label}“ enthält vermutlich ${listed(found)}`,
  title: 'Möchten Sie das senden?',
  text: 'Wer es liest, kann es benutzen, und Mails liegen an vielen Orten. Unser Support braucht es nie.',
  takeOut: 'Herausnehmen',
  anyway: 'Trotzdem senden',
  takenOut: 'Es ist herausgenommen. Sehen Sie noch einmal darüber, dann senden Sie es.',
  inMessage: (found) => `Diese Nachricht enthält vielleicht ${listed(found)}.`,
  redacted: 'Es wurde aus Ihrer Nachricht und allen unseren Kopien genommen.',
};
