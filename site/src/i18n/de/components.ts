import type { components as english } from '../en/components';

/** Wörter der Bausteine und des Rahmens um jede Seite. */
export const components: typeof english = {
  frame: {
    skip: 'Zum Inhalt springen',
    navigation: 'Hauptmenü',
    menu: 'Menü',
    home: 'Startseite',
    requests: 'Ihre Anfragen',
    account: 'Konto',
    signIn: 'Anmelden',
    signOut: 'Abmelden',
    preferences: 'Sprache, Zeitzone und Farben',
    errorPrefix: 'Fehler: ',
  },
  field: { optional: '(freiwillig)', errorPrefix: 'Fehler:', choose: 'Bitte wählen' },
  errorSummary: { title: 'Das müssen Sie noch ändern' },
  password: {
    show: 'Zeigen',
    hide: 'Verbergen',
    showLabel: 'Passwort zeigen',
    hideLabel: 'Passwort verbergen',
    shown: 'Ihr Passwort ist sichtbar',
    hidden: 'Ihr Passwort ist verborgen',
  },
  count: {
    limit: 'Höchstens {count} Zeichen',
    leftOne: 'Noch {count} Zeichen frei',
    leftMany: 'Noch {count} Zeichen frei',
    overOne: '{count} Zeichen zu viel',
    overMany: '{count} Zeichen zu viel',
  },
  files: {
    chosen: 'Ausgewählte Dateien',
    title: 'Angehängte Dateien',
    download: (name, size) => `${name} herunterladen, ${size}`,
  },
  notice: { success: 'Erledigt', info: 'Gut zu wissen', warn: 'Wichtig' },
  pagination: {
    label: 'Seiten',
    previous: 'Zurück',
    next: 'Weiter',
    page: (page) => `Seite ${page}`,
    range: (from, to, total) => `${from} bis ${to} von ${total}`,
  },
  breadcrumb: { label: 'Sie sind hier' },
  steps: { position: (step, of) => `Schritt ${step} von ${of}` },
  search: { button: 'Suchen' },
  letter: { you: 'Sie', support: 'Support' },
  time: { justNow: 'gerade eben', dayAt: (day, time) => `${day} um ${time}` },
};
