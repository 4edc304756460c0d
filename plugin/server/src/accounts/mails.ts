import type { Language } from '../../../contracts/accounts';
import type { Letter } from '../mail/letter';

type Text = Omit<Letter, 'action'> & { label: string };
const letter = ({ label, ...text }: Text, url: string): Letter => ({ ...text, action: { label, url } });

/** Asks a new customer to confirm the address; the link is valid for a day. */
export const confirmationLetter = (language: Language, brand: string, name: string, url: string): Letter =>
  letter(
    language === 'de'
      ? {
          subject: `Bestätigen Sie Ihre E-Mail-Adresse bei ${brand}`,
          greeting: `Guten Tag ${name},`,
          paragraphs: ['bitte bestätigen Sie Ihre E-Mail-Adresse. Danach können Sie sich anmelden.', 'Der Link gilt 24 Stunden.'],
          label: 'E-Mail-Adresse bestätigen',
          closing: 'Sie haben kein Konto angelegt? Dann müssen Sie nichts tun: ohne den Link entsteht keines.',
        }
      : {
          subject: `Confirm your email address for ${brand}`,
          greeting: `Hello ${name},`,
          paragraphs: ['please confirm your email address. After that you can sign in.', 'The link works for 24 hours.'],
          label: 'Confirm email address',
          closing: 'You did not create an account? Then do nothing: without the link there will be none.',
        },
    url,
  );

/** Tells the owner of an account that somebody tried to register with its address. */
export const alreadyRegisteredLetter = (language: Language, brand: string, name: string, url: string): Letter =>
  letter(
    language === 'de'
      ? {
          subject: `Sie haben schon ein Konto bei ${brand}`,
          greeting: `Guten Tag ${name},`,
          paragraphs: ['mit dieser Adresse sollte gerade ein Konto angelegt werden. Es gibt schon eines; daran hat sich nichts geändert.'],
          label: 'Neues Passwort wählen',
          closing: 'Waren Sie das nicht, müssen Sie nichts tun.',
        }
      : {
          subject: `You already have an account at ${brand}`,
          greeting: `Hello ${name},`,
          paragraphs: ['someone tried to create an account with this address. You have one already; nothing about it has changed.'],
          label: 'Choose a new password',
          closing: 'If that was not you, you need not do anything.',
        },
    url,
  );

/** The link to choose a new password; valid for one hour. */
export const passwordResetLetter = (language: Language, brand: string, name: string, url: string): Letter =>
  letter(
    language === 'de'
      ? {
          subject: `Neues Passwort für ${brand}`,
          greeting: `Guten Tag ${name},`,
          paragraphs: ['über diesen Link wählen Sie ein neues Passwort. Er gilt eine Stunde und nur einmal.'],
          label: 'Neues Passwort wählen',
          closing: 'Sie haben das nicht angefordert? Dann bleibt Ihr Passwort, wie es ist.',
        }
      : {
          subject: `Your new password for ${brand}`,
          greeting: `Hello ${name},`,
          paragraphs: ['use this link to choose a new password. It works for one hour, and once.'],
          label: 'Choose a new password',
          closing: 'You did not ask for this? Then your password stays as it is.',
        },
    url,
  );
