import type { Language } from '../../../contracts/accounts';
import type { Letter } from '../mail/letter';

/** What the letter is made of. */
interface ProofNews {
  brand: string;
  name: string;
  code: string;
}

const proofCode: Record<Language, (news: ProofNews) => Omit<Letter, 'action' | 'language'>> = {
  en: ({ brand, name, code }) => ({
    subject: `Your code for ${brand}`,
    greeting: `Hello ${name},`,
    paragraphs: ['Before your account is changed, we ask whether it is you. Type this code into the page that asks for it:', code, 'It works for 15 minutes, and only on the device where you asked for it.'],
    closing: 'You did not ask for it? Then somebody else is signed in to your account: tell this code to nobody, and end the other sessions on the page Security.',
  }),
  de: ({ brand, name, code }) => ({
    subject: `Ihr Code für ${brand}`,
    greeting: `Guten Tag ${name},`,
    paragraphs: ['Bevor Ihr Konto geändert wird, fragen wir, ob Sie es sind. Geben Sie diesen Code auf der Seite ein, die danach fragt:', code, 'Er gilt 15 Minuten und nur auf dem Gerät, an dem Sie ihn verlangt haben.'],
    closing: 'Sie haben keinen verlangt? Dann ist jemand anderes in Ihrem Konto angemeldet: Nennen Sie diesen Code niemandem und beenden Sie die anderen Sitzungen auf der Seite „Sicherheit“.',
  }),
  ar: ({ brand, name, code }) => ({
    subject: `رمزك لدى ${brand}`,
    greeting: `مرحبًا ${name}،`,
    paragraphs: ['قبل تغيير حسابك نسألك إن كنت أنت صاحبه. أدخل هذا الرمز في الصفحة التي تطلبه:', code, 'الرمز صالح لمدة 15 دقيقة وعلى الجهاز الذي طلبته منه فقط.'],
    closing: 'لم تطلب رمزًا؟ إذن هناك شخص آخر سجّل الدخول إلى حسابك: لا تخبر أحدًا بهذا الرمز، وأنهِ الجلسات الأخرى في صفحة الأمان.',
  }),
};

/** The code by which somebody who is signed in proves that it is still he. It has no link: it is typed where it was asked for. */
export const proofCodeLetter = (language: Language, news: ProofNews): Letter => ({ ...proofCode[language](news), language });
