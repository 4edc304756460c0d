import type { Words } from '../en';

/** Neue Anfrage: Thema, Angaben, Dateien, prüfen, gesendet. */
export const wizard: Words['wizard'] = {
  title: 'Neue Anfrage',
  steps: {
    category: 'Worum geht es?',
    details: 'Erzählen Sie mehr',
    answers: 'Antworten, die helfen könnten',
    files: 'Dateien hinzufügen',
    check: 'Prüfen Sie Ihre Angaben',
  },
  categoryLabel: 'Worum geht es?',
  categoryHint: 'Wählen Sie, was am besten passt. Wir können es später ändern.',
  noCategories: 'Im Moment gibt es nichts zur Auswahl. Bitte kommen Sie später wieder.',
  firstReply: (hours) => {
    if (hours <= 1) return 'Erste Antwort meist innerhalb einer Stunde';
    if (hours < 48) return `Erste Antwort meist innerhalb von ${Math.round(hours)} Stunden`;
    return `Erste Antwort meist innerhalb von ${Math.round(hours / 24)} Tagen`;
  },
  limit: {
    title: 'Sie haben alle Anfragen gesendet, die zurzeit möglich sind',
    text: (count, when) => `In 24 Stunden können Sie ${count === 1 ? 'eine Anfrage' : `${count} Anfragen`} senden. Die nächste können Sie ${when} senden.`,
    kept: 'Schreiben können Sie sie schon jetzt: Was Sie tippen, bleibt erhalten. Geht es um etwas, das Sie schon gefragt haben, antworten Sie dort.',
    open: 'Ihre Anfragen',
  },
  subject: 'Betreff',
  subjectHint: 'Eine Zeile, die sagt, worum es geht.',
  description: 'Beschreibung',
  descriptionHint: 'Was haben Sie getan, was ist geschehen, und was haben Sie erwartet?',
  priority: 'Wie dringend ist es?',
  attach: 'Dateien anhängen',
  attachHint: (types, size, count) => `${types}. Je bis ${size}, höchstens ${count === 1 ? 'eine Datei' : `${count} Dateien`}.`,
  noFiles: 'Keine Dateien',
  filesAdded: 'Hinzugefügte Dateien',
  addFiles: 'Dateien hinzufügen',
  onlyIf: (question, answer) => `Nur wenn Sie „${question}“ mit „${answer}“ beantwortet haben.`,
  onlyIfTicked: (question) => `Nur wenn Sie „${question}“ angekreuzt haben.`,
  onlyIfNotTicked: (question) => `Nur wenn Sie „${question}“ nicht angekreuzt haben.`,
  followUp: (reference) => `Nachfrage zu ${reference}`,
  continue: 'Weiter',
  skip: 'Weiter ohne Dateien',
  change: 'Ändern',
  changeWhat: (label) => `${label} ändern`,
  checkLead: 'Noch ist nichts gesendet. Sie können alles noch ändern.',
  notAnswered: 'Keine Angabe',
  submit: 'Anfrage senden',
  draftRestored: 'Wir haben behalten, was Sie vorher geschrieben haben.',
  discard: 'Entwurf verwerfen',
  sentTitle: 'Wir haben Ihre Anfrage',
  sent: (reference) => `Ihre Nummer ist ${reference}.`,
  sentNext: 'Wir haben Ihnen eine E-Mail gesendet. Sie bekommen wieder eine, sobald wir antworten.',
  view: 'Zu Ihrer Anfrage',
};
