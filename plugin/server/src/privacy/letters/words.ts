import type { Language } from '../../../../contracts/accounts';
import type { Letter } from '../../mail/letter';

/** What a letter about somebody's data says; the link comes from whoever sends it. */
export interface PrivacyNews {
  brand: string;
  name: string;
  /** A day, in the reader's own words. */
  day: string;
}
type Text = Omit<Letter, 'action' | 'language' | 'look'> & { label: string };
type Writer = (news: PrivacyNews) => Text;

const archiveReady: Record<Language, Writer> = {
  en: ({ brand, name, day }) => ({
    subject: `Your data from ${brand} is ready`,
    greeting: `Hello ${name},`,
    paragraphs: ['The archive of your data is ready. Sign in to fetch it.', `It can be fetched until ${day}.`],
    label: 'To your data',
    closing: 'You did not ask for it? Then somebody else is signed in with your account: change your password.',
  }),
  de: ({ brand, name, day }) => ({
    subject: `Ihre Daten von ${brand} liegen bereit`,
    greeting: `Guten Tag ${name},`,
    paragraphs: ['das Archiv Ihrer Daten ist fertig. Melden Sie sich an, um es abzuholen.', `Es liegt bis zum ${day} bereit.`],
    label: 'Zu Ihren Daten',
    closing: 'Sie haben es nicht angefordert? Dann ist jemand anderes mit Ihrem Konto angemeldet: Ändern Sie Ihr Passwort.',
  }),
  ar: ({ brand, name, day }) => ({
    subject: `بياناتك لدى ${brand} جاهزة`,
    greeting: `مرحبًا ${name}،`,
    paragraphs: ['أرشيف بياناتك جاهز. سجّل الدخول لتنزيله.', `يمكن تنزيله حتى ${day}.`],
    label: 'إلى بياناتك',
    closing: 'لم تطلبه؟ إذن سجّل شخص آخر الدخول بحسابك: غيّر كلمة مرورك.',
  }),
};

const erasureAsked: Record<Language, Writer> = {
  en: ({ brand, name, day }) => ({
    subject: `Confirm that ${brand} erases your data`,
    greeting: `Hello ${name},`,
    paragraphs: ['You asked us to erase your account and everything that you wrote to us. Please confirm it with this link; it works for 24 hours.', `After that you can take it back until ${day}. Then it cannot be undone.`],
    label: 'Confirm the erasure',
    closing: 'You did not ask for it? Then do nothing, and change your password: somebody else knows it.',
  }),
  de: ({ brand, name, day }) => ({
    subject: `Bestätigen Sie, dass ${brand} Ihre Daten löscht`,
    greeting: `Guten Tag ${name},`,
    paragraphs: ['Sie möchten, dass wir Ihr Konto und alles löschen, was Sie uns geschrieben haben. Bitte bestätigen Sie das über diesen Link; er gilt 24 Stunden.', `Danach können Sie es bis zum ${day} zurücknehmen. Dann lässt es sich nicht mehr rückgängig machen.`],
    label: 'Löschung bestätigen',
    closing: 'Sie haben das nicht verlangt? Dann tun Sie nichts und ändern Sie Ihr Passwort: Jemand anderes kennt es.',
  }),
  ar: ({ brand, name, day }) => ({
    subject: `أكّد طلب محو بياناتك لدى ${brand}`,
    greeting: `مرحبًا ${name}،`,
    paragraphs: ['طلبت منا محو حسابك وكل ما كتبته لنا. أكّد ذلك عبر هذا الرابط؛ وهو صالح لمدة 24 ساعة.', `بعد ذلك يمكنك التراجع حتى ${day}. بعدها لا رجعة فيه.`],
    label: 'تأكيد المحو',
    closing: 'لم تطلب ذلك؟ لا تفتح الرابط، وغيّر كلمة مرورك: شخص آخر يعرفها.',
  }),
};

const erasureComing: Record<Language, Writer> = {
  en: ({ brand, name, day }) => ({
    subject: `${brand} will erase your data on ${day}`,
    greeting: `Hello ${name},`,
    paragraphs: [`On ${day} we erase your account and everything that you wrote to us. Until then you can sign in and take it back. This is the last mail about it: afterwards we do not have your address any more.`],
    label: 'Take it back',
    closing: 'You need do nothing if it is what you want.',
  }),
  de: ({ brand, name, day }) => ({
    subject: `${brand} löscht Ihre Daten am ${day}`,
    greeting: `Guten Tag ${name},`,
    paragraphs: [`am ${day} löschen wir Ihr Konto und alles, was Sie uns geschrieben haben. Bis dahin können Sie sich anmelden und es zurücknehmen. Dies ist die letzte Mail dazu: Danach haben wir Ihre Adresse nicht mehr.`],
    label: 'Zurücknehmen',
    closing: 'Wenn Sie es so möchten, müssen Sie nichts tun.',
  }),
  ar: ({ brand, name, day }) => ({
    subject: `سيمحو ${brand} بياناتك في ${day}`,
    greeting: `مرحبًا ${name}،`,
    paragraphs: [`في ${day} نمحو حسابك وكل ما كتبته لنا. حتى ذلك الحين يمكنك تسجيل الدخول والتراجع. هذه آخر رسالة بهذا الشأن: بعدها لن يكون عنوانك لدينا.`],
    label: 'التراجع',
    closing: 'إن كان هذا ما تريده فلا داعي لفعل أي شيء.',
  }),
};

/** The letters of this domain, by what they are about. */
export const privacyLetters = { archiveReady, erasureAsked, erasureComing };
export type PrivacyLetter = keyof typeof privacyLetters;
