import type { MailReason, MailRemarkCode, ReceivedMailState } from '../../plugin/contracts/inbound-mail';
import type { TicketState } from '../../plugin/contracts/tickets';

/** How the request is that a mail is about, before it comes. */
export type Before = 'pending' | 'solved' | 'closed' | 'closed_long_ago' | 'merged' | 'none';

/** What has to become of a mail of `mails/`. */
export interface Expected {
  state: ReceivedMailState;
  reason: MailReason;
  before?: Before;
  /** The ticket's state afterwards. */
  after?: TicketState;
  /** What the message says, whole. */
  body?: string;
  /** Words that were cut; an empty text: nothing was. */
  cut?: string;
  files?: string[];
  remarks?: MailRemarkCode[];
  /** The subject of the request that it opened. */
  subject?: string;
  /** How the address was marked of which it says that a mail came back. */
  bounced?: 'hard' | 'soft' | 'no';
}

const answer = (body: string, cut = '', more: Partial<Expected> = {}): Expected => ({ state: 'done', reason: 'comment_added', after: 'open', body, cut, ...more });
const machine = (body: string, more: Partial<Expected> = {}): Expected => ({ state: 'done', reason: 'comment_added', after: 'pending', body, remarks: ['unauthenticated', 'automatic'], ...more });
const held = (reason: MailReason, more: Partial<Expected> = {}): Expected => ({ state: 'held', reason, after: 'pending', ...more });
const ignored = (reason: MailReason, more: Partial<Expected> = {}): Expected => ({ state: 'ignored', reason, after: 'pending', ...more });
const cameBack = (bounced: Expected['bounced'], reason: MailReason = 'bounce'): Expected => ignored(reason, { bounced });

/** Each mail of the corpus with its decision. */
export const expected: Record<string, Expected> = {
  'gmail-answer': answer('The battery is new. It **still** blinks red.\n\nShall I send it in?', 'is the battery new?'),
  'outlook-desktop-answer': answer('Dear Ada,\n\nthese are the steps I took:\n\n1. I changed the battery\n2. I held the button\n\nKind regards', 'Is the battery new?'),
  'outlook-web-answer-german': answer('Grüße aus München, jetzt geht es wieder.', 'Ist die Batterie neu?'),
  'apple-mail-answer': answer('Thanks, see [the manual](https://example.com/manual) for what I did.', 'Is the battery new?'),
  'iphone-answer': answer('Yes, new since Monday 🔋', 'Sent from my iPhone'),
  'thunderbird-below-the-quote': answer('Ja, die ist neu.', 'Wetterweg 3'),
  'thunderbird-between-the-quotes': answer('On 11/25/26 17:40, Northwind Help wrote:\n> Is the battery new?\n\nYes.\n\n> And the antenna straight?\n\nIt is.'),
  'yahoo-answer': answer('It works again, thank you!', 'Is the battery new?'),
  'outlook-ios-answer': answer('Now it blinks green.', 'Is the battery new?'),
  'android-answer-french': answer('Oui, la pile est neuve.', 'La pile est-elle neuve ?'),
  'chinese-answer': answer('电池是新的。', '电池是新的吗'),
  'japanese-answer': answer('電池は新しいです。', '電池は新しいですか'),
  'arabic-answer': answer('نعم، البطارية جديدة.', 'هل البطارية جديدة'),
  'russian-answer': answer('Да, новая.', 'Батарея новая?'),
  'quote-is-a-whole-document': answer('I put a new one in.\n\nStill silent.', 'is the battery new?'),
  'header-answer-subject-only': answer('I forgot: the fan is loud too.'),
  'header-answer-root-only': answer('The subject was changed by my program.'),
  'header-answer-stored-message-id': answer('My company rewrites the address that I answer to.'),
  'header-answer-shouted': answer('WRITTEN ON AN OLD MACHINE.'),
  'missing-everything': { state: 'done', reason: 'ticket_opened', before: 'none', body: 'Only a From and a few words.', subject: 'Only a From and a few words.' },
  'new-request-plain': { state: 'done', reason: 'ticket_opened', before: 'none', body: 'Hello,\n\nit should have come on Monday.', cut: 'Weather Lane 3', subject: 'Where is my parcel?', remarks: ['unauthenticated'] },
  'new-request-forwarded': { state: 'done', reason: 'ticket_opened', before: 'none', cut: '', subject: 'Your order 4711' },
  'answer-forwards-a-mail': answer('Das kam gestern:\n\n-----Ursprüngliche Nachricht-----\nVon: Versand <versand@elsewhere.example>\nGesendet: Dienstag, 24. November 2026 09:00\nAn: {{me}}\nBetreff: Ihre Bestellung\n\nIhr Paket ist unterwegs.'),
  'nested-forwards': answer('All of it is attached.', '', { files: [], remarks: ['unauthenticated', 'file_refused'] }),
  'html-with-everything-bad': answer('Good words.\n\nclick data [good](https://good.example/a%20b%29c) a cat\nLeft Right\n\n- one\n- two **bold**'),
  'picture-in-its-place': answer('This light:\n\n(light.png)\n\nblinks.', 'Is the battery new?', { files: ['light.png'] }),
  'picture-without-its-place': answer('Two pictures:', '', { files: ['one.png', 'zwölf.png'] }),
  'files-that-are-refused': answer('See these.', '', { files: ['real.png'], remarks: ['unauthenticated', 'file_refused', 'file_refused', 'file_refused', 'file_refused'] }),
  'winmail-dat': answer('Sent from an old Exchange.', '', { files: [], remarks: ['unauthenticated', 'file_refused'] }),
  'calendar-invitation': answer('Can we talk on Friday?', '', { files: [], remarks: ['unauthenticated', 'file_refused', 'file_refused'] }),
  'smime-signed': answer('Signed words.', '', { files: [], remarks: ['unauthenticated'] }),
  'pgp-signed': answer('Signed with PGP.', '', { files: [], remarks: ['unauthenticated'] }),
  'pgp-encrypted': held('encrypted'),
  'smime-encrypted': held('encrypted'),
  'broken-charset': answer('Caf� au lait and � bytes'),
  'broken-mime': answer('The end of this mail is missing.', '', { files: [], remarks: ['unauthenticated', 'file_refused'] }),
  'out-of-office-exchange-german': machine('Ich bin bis 4. Dezember nicht im Büro.'),
  'out-of-office-gmail': machine('I am away until Monday.'),
  'out-of-office-sieve': machine('On holiday.'),
  'out-of-office-to-a-closed-request': machine('Back in January.', { before: 'closed', after: 'closed' }),
  'out-of-office-by-subject-french': machine('Je suis absent.'),
  'out-of-office-by-subject-japanese': machine('不在です。'),
  'out-of-office-spanish-x-autorespond': machine('Estoy de vacaciones.'),
  'out-of-office-lotus': machine('I am out of the office until 12/01/2026.'),
  'out-of-office-precedence': machine('I got it.'),
  'out-of-office-russian': machine('Я в отпуске.'),
  'out-of-office-about-nothing': held('automatic', { before: 'none' }),
  'human-says-no-to-automatic': answer('A person wrote this.'),
  'newsletter-to-the-desk': held('automatic', { before: 'none' }),
  'bounce-postfix-no-such-user': cameBack('hard'),
  'bounce-exchange-headers-only': cameBack('hard'),
  'bounce-mailbox-full': cameBack('soft'),
  'bounce-exim': cameBack('hard'),
  'bounce-qmail': cameBack('hard'),
  'bounce-greylisted': cameBack('soft'),
  'bounce-delayed': cameBack('no', 'delay_notice'),
  'bounce-forged': cameBack('no'),
  'complaint-feedback-report': cameBack('hard'),
  'read-receipt': ignored('receipt', { bounced: 'no' }),
  'loop-own-mail-returns': ignored('own_mail'),
  'loop-forwarded-back': ignored('own_mail'),
  'loop-other-desk': held('unknown_sender'),
  'loop-x-loop': ignored('own_mail'),
  'token-of-another': held('token_of_another'),
  'token-from-a-stranger': held('unknown_sender'),
  'token-forged': held('token_of_another'),
  'participant-with-the-requesters-token': answer('She forwarded it to me.'),
  'foreign-subject-number': held('foreign_ticket'),
  'deleted-ticket': held('foreign_ticket'),
  'closed-yesterday': answer('It is silent again.', '', { before: 'closed' }),
  'closed-long-ago': { state: 'done', reason: 'follow_up_opened', before: 'closed_long_ago', after: 'closed', body: 'A year later it is silent again.', subject: 'My station is silent', remarks: ['follows', 'unauthenticated'] },
  'merged-request': answer('This goes where the other went.', '', { before: 'merged' }),
  'solved-request': answer('Not solved at all.', '', { before: 'solved' }),
  'unknown-sender': held('unknown_sender', { before: 'none' }),
  'agent-answers-a-note-by-mail': held('unknown_sender'),
  'blocked-customer': held('sender_blocked', { before: 'none' }),
  'spoofed-from-our-server-says-fail': held('authentication_failed'),
  'proven-sender': answer('It is really me.', '', { remarks: [] }),
  'forged-authentication-results': answer('Another server says that I am good.', '', { remarks: ['unauthenticated'] }),
  'two-senders': held('no_sender'),
  'no-sender': held('no_sender'),
  'name-looks-like-an-address': answer('My name is an address.'),
  'empty-mail': held('empty'),
  'only-a-picture': answer('(photo.png)', '', { files: ['photo.png'] }),
  'cc-person-answers-the-customers-mail': held('foreign_ticket'),
  'nul-and-lone-surrogates': answer('beforeafter ��� end'),
};
