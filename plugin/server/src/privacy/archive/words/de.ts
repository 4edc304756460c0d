import type { ArchiveWords } from './en';

export const de: ArchiveWords = {
  title: 'Ihre Daten',
  lead: (made) => `Alles, was wir von Ihnen aufbewahren, Stand ${made}. Dateien liegen im Ordner „files“, dieselben Daten für Programme in „data.json“. Was unser Team sich intern notiert und was anderen gehört, ist nicht dabei.`,
  nothing: 'Nichts gespeichert.',
  yes: 'ja',
  no: 'nein',
  you: 'Sie',
  sections: {
    account: 'Konto', browsers: 'Browser, denen Sie vertrauen', passkeys: 'Passkeys', apps: 'Apps, die Codes zeigen', identities: 'Anbieter, mit denen Sie sich anmelden', sessions: 'Wo Sie angemeldet sind', choices: 'Worüber Sie informiert werden möchten', pushBrowsers: 'Browser, die Ihnen etwas melden', notifications: 'Mitteilungen', requests: 'Ihre Anfragen',
    messagesElsewhere: 'Was Sie in Anfragen anderer geschrieben haben', takingPart: 'Anfragen, an denen Sie teilnehmen', ratings: 'Bewertungen', votes: 'Antworten, die Sie beurteilt haben',
    suggestions: 'Antworten, die Ihnen angeboten wurden', writtenAnswers: 'Antworten, die für Sie geschrieben wurden', feedback: 'Was Sie zu Artikeln gesagt haben', shareLinks: 'Links zum Lesen einer Anfrage',
    incidents: 'Störungen, denen Sie folgen', muted: 'Stumme Anfragen', chats: 'Live-Chats', drafts: 'Entwürfe', unsentFiles: 'Weitere Dateien', receivedMails: 'Mails, die Sie gesendet haben', sentMails: 'Mails an Sie',
    log: 'Anmeldungen, und wer mit Ihren Daten zu tun hatte', exports: 'Archive wie dieses',
  },
  names: {
    name: 'Name', email: 'E-Mail-Adresse', username: 'Benutzername', provider: 'Anmeldung mit', language: 'Sprache', timeZone: 'Zeitzone', theme: 'Farbschema', organisation: 'Organisation',
    createdAt: 'Wann', updatedAt: 'Zuletzt geändert', lastSeenAt: 'Zuletzt gesehen', expiresAt: 'Endet', readAt: 'Gelesen', sentAt: 'Gesendet', closedAt: 'Geschlossen', device: 'Gerät', address: 'Adresse',
    told: 'Gewählt', quietFrom: 'Ruhe ab', quietUntil: 'Ruhe bis', digestHour: 'Stunde der Tagesmail', kind: 'Art', title: 'Titel', by: 'Von', reference: 'Anfrage', subject: 'Betreff',
    state: 'Stand', priority: 'Dringlichkeit', category: 'Kategorie', answers: 'Angaben', question: 'Frage', answer: 'Antwort', participants: 'Nimmt teil', messages: 'Nachrichten', history: 'Was geschah',
    text: 'Text', cut: 'Was abgeschnitten wurde', files: 'Dateien', file: 'Datei', size: 'Größe in Byte', type: 'Was', from: 'Von', to: 'Nach', score: 'Sterne', comment: 'Kommentar', helpful: 'Hat geholfen', showsText: 'Zeigt den Text', reason: 'Grund',
    offered: 'Angeboten', opened: 'Geöffnet', outcome: 'Was daraus wurde', article: 'Artikel', purpose: 'Formular', typed: 'Was getippt wurde', what: 'Was', body: 'Text', attachments: 'Dateien', you: 'Sie',
  },
  values: {
    new: 'neu', open: 'offen', pending: 'wartet auf Sie', on_hold: 'ruht', solved: 'gelöst', closed: 'geschlossen', low: 'niedrig',
    normal: 'normal', high: 'hoch', urgent: 'dringend', received: 'eingegangen', reply: 'Antwort', message: 'Nachricht', added: 'hinzugefügt',
    incident: 'Störung', page: 'auf der Seite', mail: 'per Mail', digest: 'in der Tagesmail', push: 'vom Browser', sent: 'gesendet', kept: 'aufbewahrt', queued: 'noch zu senden',
    failed: 'misslungen', withheld: 'nicht gesendet', dropped: 'nicht gesendet', waiting: 'wird erstellt', ready: 'fertig', expired: 'nicht mehr da', signed_in: 'angemeldet',
    factor_added: 'zweiter Faktor eingerichtet', factor_removed: 'zweiter Faktor entfernt', codes_renewed: 'neue Wiederherstellungscodes', password_changed: 'Passwort geändert', session_ended: 'Sitzung beendet', slowed: 'gebremst nach vielen falschen Passwörtern',
    sign_in_refused: 'Anmeldung misslungen', viewed: 'angesehen', downloaded: 'Datei abgerufen', export_asked: 'Archiv angefordert', export_made: 'Archiv erstellt', export_fetched: 'Archiv abgeholt', erasure_asked: 'Löschung beantragt',
    erasure_confirmed: 'Löschung bestätigt', erasure_withdrawn: 'Löschung zurückgenommen', redacted: 'Wörter herausgenommen', changed: 'geändert', you: 'Sie', support: 'Support', portal: 'das Portal',
    'ticket.opened': 'gesendet', 'comment.added': 'Nachricht', 'ticket.state_changed': 'Stand geändert', 'ticket.priority_changed': 'Dringlichkeit geändert', 'ticket.category_changed': 'Kategorie geändert', 'ticket.closed': 'geschlossen', 'ticket.reopened': 'wieder geöffnet',
    'attachment.removed': 'Datei entfernt', 'comment.redacted': 'Wörter herausgenommen', 'participant.added': 'jemand hinzugefügt', 'participant.removed': 'jemand entfernt', 'ticket.shared': 'Link erstellt', 'ticket.unshared': 'Link zurückgenommen', 'ticket.merged': 'zusammengeführt',
    'ticket.joined': 'mit anderen bearbeitet', 'ticket.separated': 'für sich bearbeitet',
  },
};
