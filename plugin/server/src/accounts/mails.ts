import type { Language } from '../../../contracts/accounts';
import type { Letter } from '../mail/letter';

/** What a letter about an account is made of. */
interface AccountNews {
  brand: string;
  name: string;
}
type Text = Omit<Letter, 'action' | 'language'> & { label: string };
type Writer = (news: AccountNews) => Text;

const confirmation: Record<Language, Writer> = {
  en: ({ brand, name }) => ({
    subject: `Confirm your email address for ${brand}`,
    greeting: `Hello ${name},`,
    paragraphs: ['Please confirm your email address. After that you can sign in.', 'The link works for 24 hours.'],
    label: 'Confirm email address',
    closing: 'You did not create an account? Then do nothing: without the link there will be none.',
  }),
  de: ({ brand, name }) => ({
    subject: `Bestätigen Sie Ihre E-Mail-Adresse bei ${brand}`,
    greeting: `Guten Tag ${name},`,
    paragraphs: ['bitte bestätigen Sie Ihre E-Mail-Adresse. Danach können Sie sich anmelden.', 'Der Link gilt 24 Stunden.'],
    label: 'E-Mail-Adresse bestätigen',
    closing: 'Sie haben kein Konto angelegt? Dann müssen Sie nichts tun: ohne den Link entsteht keines.',
  }),
  ar: ({ brand, name }) => ({
    subject: `أكّد بريدك الإلكتروني لدى ${brand}`,
    greeting: `مرحبًا ${name}،`,
    paragraphs: ['من فضلك أكّد بريدك الإلكتروني. بعد ذلك يمكنك تسجيل الدخول.', 'الرابط صالح لمدة 24 ساعة.'],
    label: 'تأكيد البريد الإلكتروني',
    closing: 'لم تنشئ حسابًا؟ لا تفعل شيئًا إذن: لا يُنشأ أي حساب دون هذا الرابط.',
  }),
};

const alreadyRegistered: Record<Language, Writer> = {
  en: ({ brand, name }) => ({
    subject: `You already have an account at ${brand}`,
    greeting: `Hello ${name},`,
    paragraphs: ['Someone tried to create an account with this address. You have one already; nothing about it has changed.'],
    label: 'Choose a new password',
    closing: 'If that was not you, you need not do anything.',
  }),
  de: ({ brand, name }) => ({
    subject: `Sie haben schon ein Konto bei ${brand}`,
    greeting: `Guten Tag ${name},`,
    paragraphs: ['mit dieser Adresse sollte gerade ein Konto angelegt werden. Es gibt schon eines; daran hat sich nichts geändert.'],
    label: 'Neues Passwort wählen',
    closing: 'Waren Sie das nicht, müssen Sie nichts tun.',
  }),
  ar: ({ brand, name }) => ({
    subject: `لديك بالفعل حساب لدى ${brand}`,
    greeting: `مرحبًا ${name}،`,
    paragraphs: ['حاول أحدهم إنشاء حساب بهذا العنوان. لديك حساب بالفعل، ولم يتغيّر فيه شيء.'],
    label: 'اختيار كلمة مرور جديدة',
    closing: 'إذا لم تكن أنت من فعل ذلك، فلا داعي لفعل أي شيء.',
  }),
};

const passwordReset: Record<Language, Writer> = {
  en: ({ brand, name }) => ({
    subject: `Your new password for ${brand}`,
    greeting: `Hello ${name},`,
    paragraphs: ['Use this link to choose a new password. It works for one hour, and once.'],
    label: 'Choose a new password',
    closing: 'You did not ask for this? Then your password stays as it is.',
  }),
  de: ({ brand, name }) => ({
    subject: `Neues Passwort für ${brand}`,
    greeting: `Guten Tag ${name},`,
    paragraphs: ['über diesen Link wählen Sie ein neues Passwort. Er gilt eine Stunde und nur einmal.'],
    label: 'Neues Passwort wählen',
    closing: 'Sie haben das nicht angefordert? Dann bleibt Ihr Passwort, wie es ist.',
  }),
  ar: ({ brand, name }) => ({
    subject: `كلمة مرورك الجديدة لدى ${brand}`,
    greeting: `مرحبًا ${name}،`,
    paragraphs: ['اختر كلمة مرور جديدة عبر هذا الرابط. يعمل لمدة ساعة ولمرة واحدة.'],
    label: 'اختيار كلمة مرور جديدة',
    closing: 'لم تطلب ذلك؟ تبقى كلمة مرورك إذن كما هي.',
  }),
};

const manyAttempts: Record<Language, Writer> = {
  en: ({ brand, name }) => ({
    subject: `Many attempts to sign in to your account at ${brand}`,
    greeting: `Hello ${name},`,
    paragraphs: ['Somebody has tried many wrong passwords for your account today. Nobody got in by that, and we slow down whoever tries.', 'In the browser that you use as a rule you can sign in as ever. If you use the same password elsewhere, choose a new one here.'],
    label: 'Choose a new password',
    closing: 'We write about this once a day at most. If it was you, you need not do anything.',
  }),
  de: ({ brand, name }) => ({
    subject: `Viele Versuche, sich in Ihr Konto bei ${brand} anzumelden`,
    greeting: `Guten Tag ${name},`,
    paragraphs: ['heute hat jemand für Ihr Konto viele falsche Passwörter ausprobiert. Hineingekommen ist dadurch niemand, und wer es versucht, wird gebremst.', 'In Ihrem gewohnten Browser können Sie sich wie immer anmelden. Wenn Sie dasselbe Passwort auch anderswo verwenden, wählen Sie hier ein neues.'],
    label: 'Neues Passwort wählen',
    closing: 'Wir schreiben Ihnen dazu höchstens einmal am Tag. Waren Sie es selbst, müssen Sie nichts tun.',
  }),
  ar: ({ brand, name }) => ({
    subject: `محاولات كثيرة لتسجيل الدخول إلى حسابك لدى ${brand}`,
    greeting: `مرحبًا ${name}،`,
    paragraphs: ['جرّب شخص ما اليوم كلمات مرور خاطئة كثيرة لحسابك. لم يدخل أحد بذلك، ونحن نحدّ من المحاولات المتكررة.', 'يمكنك تسجيل الدخول كالعادة من متصفحك المعتاد. إن كنت تستخدم كلمة المرور نفسها في مكان آخر فاختر هنا كلمة مرور جديدة.'],
    label: 'اختيار كلمة مرور جديدة',
    closing: 'نراسلك بهذا الشأن مرة واحدة في اليوم على الأكثر. إن كنت أنت من حاول فلا داعي لفعل أي شيء.',
  }),
};

const written = (texts: Record<Language, Writer>, language: Language, news: AccountNews, url: string): Letter => {
  const { label, ...text } = texts[language](news);
  return { ...text, language, action: { label, url } };
};

/** Asks a new customer to confirm the address; the link is valid for a day. */
export const confirmationLetter = (language: Language, brand: string, name: string, url: string): Letter => written(confirmation, language, { brand, name }, url);

/** Tells the owner of an account that somebody tried to register with its address. */
export const alreadyRegisteredLetter = (language: Language, brand: string, name: string, url: string): Letter => written(alreadyRegistered, language, { brand, name }, url);

/** The link to choose a new password; valid for one hour. */
export const passwordResetLetter = (language: Language, brand: string, name: string, url: string): Letter => written(passwordReset, language, { brand, name }, url);

/** Tells the owner of an account that many wrong passwords were tried for it. */
export const manyAttemptsLetter = (language: Language, brand: string, name: string, url: string): Letter => written(manyAttempts, language, { brand, name }, url);
