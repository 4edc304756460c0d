import type { Language } from '../../../contracts/accounts';
import type { Letter } from '../mail/letter';

/** What an owner is told of, whether or not it was he. */
export type GuardNews = 'appAdded' | 'appRemoved' | 'passkeyAdded' | 'passkeyRemoved' | 'codesMade' | 'codeUsed' | 'passwordChanged' | 'factorsRemoved';

interface Frame {
  greeting: (name: string) => string;
  label: string;
  closing: string;
  news: Record<GuardNews, { subject: (brand: string) => string; text: string }>;
}

const en: Frame = {
  greeting: (name) => `Hello ${name},`,
  label: 'Look at the security of your account',
  closing: 'Was that not you? Then change your password at once, and tell our support.',
  news: {
    appAdded: { subject: (brand) => `Your ${brand} account now asks for a code`, text: 'An authenticator app was added to your account. When you sign in, we ask for a code of it after your password.' },
    appRemoved: { subject: (brand) => `The authenticator app of your ${brand} account was removed`, text: 'The authenticator app was removed from your account. Its codes are not asked for any more.' },
    passkeyAdded: { subject: (brand) => `A passkey was added to your ${brand} account`, text: 'A passkey was added to your account. It can be used to sign in.' },
    passkeyRemoved: { subject: (brand) => `A passkey of your ${brand} account was removed`, text: 'A passkey was removed from your account. It opens nothing any more.' },
    codesMade: { subject: (brand) => `New recovery codes for your ${brand} account`, text: 'New recovery codes were made for your account. The earlier ones open nothing any more.' },
    codeUsed: { subject: (brand) => `A recovery code of your ${brand} account was used`, text: 'Somebody signed in to your account, or confirmed a change to it, with one of your recovery codes. Each works once.' },
    passwordChanged: { subject: (brand) => `The password of your ${brand} account was changed`, text: 'The password of your account was changed. You are signed out on all other devices.' },
    factorsRemoved: { subject: (brand) => `Two-step sign-in of your ${brand} account was removed`, text: 'Our support removed the authenticator app, the passkeys and the recovery codes of your account. Until you set them up again, your password is enough to sign in.' },
  },
};
const de: Frame = {
  greeting: (name) => `Guten Tag ${name},`,
  label: 'Sicherheit Ihres Kontos ansehen',
  closing: 'Das waren nicht Sie? Dann ändern Sie sofort Ihr Passwort und sagen Sie unserem Support Bescheid.',
  news: {
    appAdded: { subject: (brand) => `Ihr Konto bei ${brand} fragt jetzt nach einem Code`, text: 'zu Ihrem Konto wurde eine Authentifizierungs-App hinzugefügt. Beim Anmelden fragen wir nach dem Passwort auch nach einem Code daraus.' },
    appRemoved: { subject: (brand) => `Die Authentifizierungs-App Ihres Kontos bei ${brand} wurde entfernt`, text: 'die Authentifizierungs-App wurde von Ihrem Konto entfernt. Nach ihren Codes wird nicht mehr gefragt.' },
    passkeyAdded: { subject: (brand) => `Zu Ihrem Konto bei ${brand} wurde ein Passkey hinzugefügt`, text: 'zu Ihrem Konto wurde ein Passkey hinzugefügt. Man kann sich damit anmelden.' },
    passkeyRemoved: { subject: (brand) => `Ein Passkey Ihres Kontos bei ${brand} wurde entfernt`, text: 'ein Passkey wurde von Ihrem Konto entfernt. Er öffnet nichts mehr.' },
    codesMade: { subject: (brand) => `Neue Wiederherstellungscodes für Ihr Konto bei ${brand}`, text: 'für Ihr Konto wurden neue Wiederherstellungscodes erstellt. Die früheren öffnen nichts mehr.' },
    codeUsed: { subject: (brand) => `Ein Wiederherstellungscode Ihres Kontos bei ${brand} wurde benutzt`, text: 'jemand hat sich mit einem Ihrer Wiederherstellungscodes angemeldet oder eine Änderung bestätigt. Jeder Code gilt einmal.' },
    passwordChanged: { subject: (brand) => `Das Passwort Ihres Kontos bei ${brand} wurde geändert`, text: 'das Passwort Ihres Kontos wurde geändert. Auf allen anderen Geräten sind Sie abgemeldet.' },
    factorsRemoved: { subject: (brand) => `Die Anmeldung in zwei Schritten Ihres Kontos bei ${brand} wurde entfernt`, text: 'unser Support hat die Authentifizierungs-App, die Passkeys und die Wiederherstellungscodes Ihres Kontos entfernt. Bis Sie sie neu einrichten, genügt Ihr Passwort zum Anmelden.' },
  },
};
const ar: Frame = {
  greeting: (name) => `مرحبًا ${name}،`,
  label: 'عرض أمان حسابك',
  closing: 'لم تكن أنت؟ غيّر كلمة مرورك فورًا وأخبر فريق الدعم.',
  news: {
    appAdded: { subject: (brand) => `حسابك لدى ${brand} يطلب الآن رمزًا`, text: 'أُضيف تطبيق مصادقة إلى حسابك. عند تسجيل الدخول نطلب رمزًا منه بعد كلمة المرور.' },
    appRemoved: { subject: (brand) => `أُزيل تطبيق المصادقة من حسابك لدى ${brand}`, text: 'أُزيل تطبيق المصادقة من حسابك، ولم تعد رموزه مطلوبة.' },
    passkeyAdded: { subject: (brand) => `أُضيف مفتاح مرور إلى حسابك لدى ${brand}`, text: 'أُضيف مفتاح مرور إلى حسابك، ويمكن تسجيل الدخول به.' },
    passkeyRemoved: { subject: (brand) => `أُزيل مفتاح مرور من حسابك لدى ${brand}`, text: 'أُزيل مفتاح مرور من حسابك، ولم يعد يعمل.' },
    codesMade: { subject: (brand) => `رموز استرداد جديدة لحسابك لدى ${brand}`, text: 'أُنشئت رموز استرداد جديدة لحسابك. لم تعد الرموز السابقة صالحة.' },
    codeUsed: { subject: (brand) => `استُخدم رمز استرداد لحسابك لدى ${brand}`, text: 'سجّل أحدهم الدخول إلى حسابك أو أكّد تغييرًا فيه بأحد رموز الاسترداد. يعمل كل رمز مرة واحدة.' },
    passwordChanged: { subject: (brand) => `تغيّرت كلمة مرور حسابك لدى ${brand}`, text: 'تغيّرت كلمة مرور حسابك، وسُجّل خروجك من كل الأجهزة الأخرى.' },
    factorsRemoved: { subject: (brand) => `أُزيل تسجيل الدخول بخطوتين من حسابك لدى ${brand}`, text: 'أزال فريق الدعم تطبيق المصادقة ومفاتيح المرور ورموز الاسترداد من حسابك. إلى أن تفعّلها من جديد تكفي كلمة مرورك لتسجيل الدخول.' },
  },
};
const frames: Record<Language, Frame> = { en, de, ar };

/** Tells the owner of an account how it is guarded now; `url` is where he sees it. */
export const guardLetter = (language: Language, brand: string, name: string, news: GuardNews, url: string): Letter => {
  const { greeting, label, closing, news: all } = frames[language];
  const { subject, text } = all[news];
  return { language, subject: subject(brand), greeting: greeting(name), paragraphs: [text], action: { label, url }, closing };
};
