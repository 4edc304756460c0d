import type { Words } from '../en';

export const secrets: Words['secrets'] = {
  kinds: { card: 'eine Kartennummer', iban: 'eine Kontonummer', private_key: 'einen privaten Schlüssel', token: 'einen Zugangsschlüssel', password: 'ein Passwort' },
  between: ', ',
  seen: (label, kinds) => `„${label}“ enthält vermutlich ${kinds}`,
  title: 'Möchten Sie das senden?',
  text: 'Wer es liest, kann es benutzen, und Mails liegen an vielen Orten. Unser Support braucht es nie.',
  takeOut: 'Herausnehmen',
  anyway: 'Trotzdem senden',
  takenOut: 'Es ist herausgenommen. Sehen Sie noch einmal darüber, dann senden Sie es.',
  inMessage: (kinds) => `Diese Nachricht enthält vielleicht ${kinds}.`,
  redacted: 'Es wurde aus Ihrer Nachricht und allen unseren Kopien genommen.',
};
