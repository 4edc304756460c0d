import type { Words } from '../en';

/** Das Portal als App. */
export const app: Words['app'] = {
  install: {
    title: 'Immer zur Hand',
    text: 'Legen Sie dieses Portal als App auf Ihren Startbildschirm oder Desktop.',
    submit: 'Installieren',
    dismiss: 'Jetzt nicht',
  },
  offline: {
    title: 'Sie sind offline',
    text: 'Diese Seite braucht eine Verbindung. Was Sie früher gesendet haben, ist sicher; gerade wurde nichts gesendet.',
    again: 'Noch einmal versuchen',
  },
  push: {
    title: 'Vom Browser gemeldet',
    text: 'Ein Browser kann Ihnen melden, was geschehen ist, während das Portal nicht offen ist. Das gilt, bis Sie sich dort abmelden.',
    enable: 'In diesem Browser einschalten',
    withText: 'Den Anfang von Nachrichten zeigen',
    withTextHint: 'Sonst sagt eine Meldung nur, wer geschrieben hat und in welcher Anfrage, nichts vom Geschriebenen.',
    noScript: 'Einschalten lässt es sich in einem Browser, der Skripte ausführt und Meldungen kennt. Ausschalten können Sie es hier.',
    refused: 'Ihr Browser lässt es nicht zu. Erlauben Sie in seinen Einstellungen Meldungen für diese Adresse und versuchen Sie es noch einmal.',
    browsers: 'Browser, die Ihnen etwas melden',
    current: 'Dieser Browser',
    added: 'Eingeschaltet',
    remove: 'Ausschalten',
    removeLabel: (device) => `Ausschalten: ${device}`,
    showText: 'Den Anfang von Nachrichten zeigen',
    hideText: 'Keinen Text von Nachrichten zeigen',
    textLabel: (what, device) => `${what}: ${device}`,
    shown: 'Zeigt den Anfang von Nachrichten',
    hidden: 'Zeigt keinen Text von Nachrichten',
    done: 'Dieser Browser meldet Ihnen ab jetzt, was geschieht.',
    removed: 'Es ist ausgeschaltet.',
    changed: 'Es ist geändert.',
    failed: 'In diesem Browser ließ es sich nicht einschalten. Versuchen Sie es noch einmal oder nehmen Sie einen anderen.',
    tooMany: 'Zehn Browser melden Ihnen schon etwas. Schalten Sie zuerst einen aus.',
  },
};
