import type { Words } from '../en';

/** Startseite, Postfach und die Seiten, die sagen, was schiefging. */
export const site: Pick<
  Words,
  'home' | 'mailbox' | 'errors' | 'errorActions' | 'errorNumber' | 'retryAfter' | 'sessionExpired' | 'staleForm'
> = {
  home: {
    title: 'Startseite',
    greeting: (name) => `Wie können wir helfen, ${name}?`,
    greetingGuest: 'Wie können wir helfen?',
    lead: 'Fragen Sie uns. Sie sehen immer, wer an der Reihe ist.',
    leadGuest: 'Melden Sie sich an, um Ihre Anfragen zu sehen oder eine neue zu senden.',
    searchLabel: 'Nach Hilfe suchen',
    searchHint: 'Zum Beispiel „Lieferadresse ändern“',
    waiting: 'Wartet auf Sie',
    waitingFor: (subject) => `Wir warten auf Sie bei „${subject}“`,
    answerNow: 'Jetzt antworten',
    recent: 'Letzte Anfragen',
    allRequests: 'Alle Ihre Anfragen',
    categories: 'Wobei brauchen Sie Hilfe?',
    newRequest: 'Neue Anfrage',
    noRequestsTitle: 'Noch keine Anfragen',
    noRequests: 'Sobald Sie eine Anfrage senden, können Sie sie hier verfolgen.',
    stillStuck: 'Nicht das Richtige?',
  },
  mailbox: {
    title: 'Postfach',
    lead: 'E-Mails, die diese Vorführung gesendet hätte. Keine verlässt diesen Rechner.',
    empty: 'Noch keine E-Mails',
    emptyText: 'Hier stehen Nachrichten an Kunden und Support.',
    to: 'An',
    from: 'Von',
    subject: 'Betreff',
    received: 'Gesendet',
    open: 'Öffnen',
    plain: 'Nur Text',
  },
  errors: {
    403: { title: 'Diese Seite können Sie nicht öffnen', text: 'Ihr Konto hat keinen Zugang dazu. Es wurde nichts geändert.' },
    404: { title: 'Seite nicht gefunden', text: 'Vielleicht ist die Adresse falsch, oder die Seite gibt es nicht mehr. Ihre Anfragen sind sicher.' },
    421: { title: 'Falsche Adresse', text: 'Dieses Portal antwortet nicht unter der Adresse in Ihrem Browser. Prüfen Sie sie und versuchen Sie es noch einmal.' },
    429: { title: 'Zu viele Versuche', text: 'Warten Sie bitte ein wenig und versuchen Sie es noch einmal. Es wurde nichts gesendet.' },
    500: { title: 'Etwas ist schiefgegangen', text: 'Der Fehler liegt bei uns. Was Sie vorher gesendet haben, ist sicher. Versuchen Sie es in einigen Minuten noch einmal.' },
    503: { title: 'Wir sind nicht erreichbar', text: 'Unser Helpdesk macht eine kurze Pause. Versuchen Sie es in einigen Minuten noch einmal.' },
  },
  errorActions: { home: 'Zur Startseite', requests: 'Ihre Anfragen', again: 'Noch einmal versuchen' },
  errorNumber: (id) => `Wenn Sie uns davon berichten, nennen Sie diese Nummer: ${id}`,
  retryAfter: (when) => `Sie können es ${when} noch einmal versuchen.`,
  sessionExpired: {
    title: 'Sie wurden abgemeldet',
    text: 'Sie waren eine Weile weg, deshalb haben wir Sie abgemeldet. Was Sie geschrieben haben, ist noch da. Melden Sie sich an, um weiterzumachen.',
  },
  staleForm: 'Diese Seite war zu lange offen. Es wurde nichts gesendet, und was Sie geschrieben haben, ist noch da.',
};
