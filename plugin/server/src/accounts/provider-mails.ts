import type { Language } from '../../../contracts/accounts';
import type { Letter } from '../mail/letter';

/** What a letter about signing in with a provider is made of. */
export interface ProviderNews {
  brand: string;
  /** Whom it greets; empty where nobody is known by the address. */
  name: string;
  provider: string;
}
type Text = Omit<Letter, 'action' | 'language'>;
type Writer<Further = unknown> = (news: ProviderNews & Further) => Text;

const greet: Record<Language, (name: string) => string> = {
  en: (name) => (name ? `Hello ${name},` : 'Hello,'),
  de: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  ar: (name) => (name ? `مرحبًا ${name}،` : 'مرحبًا،'),
};

const addressCode: Record<Language, Writer<{ code: string }>> = {
  en: ({ brand, name, provider, code }) => ({
    subject: `Your code for ${brand}`,
    greeting: greet.en(name),
    paragraphs: [`You are signing in with ${provider}. Type this code into the page that asks for it:`, code, 'It works for 15 minutes, and only in the browser where you began.'],
    closing: 'You are not signing in? Then tell this code to nobody, whoever asks: without it nothing happens.',
  }),
  de: ({ brand, name, provider, code }) => ({
    subject: `Ihr Code für ${brand}`,
    greeting: greet.de(name),
    paragraphs: [`Sie melden sich mit ${provider} an. Geben Sie diesen Code auf der Seite ein, die danach fragt:`, code, 'Er gilt 15 Minuten und nur in dem Browser, in dem Sie begonnen haben.'],
    closing: 'Sie melden sich gerade nicht an? Dann nennen Sie diesen Code niemandem, wer auch fragt: ohne ihn geschieht nichts.',
  }),
  ar: ({ brand, name, provider, code }) => ({
    subject: `رمزك لدى ${brand}`,
    greeting: greet.ar(name),
    paragraphs: [`أنت تسجّل الدخول عبر ${provider}. أدخل هذا الرمز في الصفحة التي تطلبه:`, code, 'الرمز صالح لمدة 15 دقيقة وفي المتصفح الذي بدأت منه فقط.'],
    closing: 'لا تسجّل الدخول الآن؟ إذن لا تخبر أحدًا بهذا الرمز أيًا كان من يطلبه: لا يحدث شيء بدونه.',
  }),
};

const linked: Record<Language, Writer> = {
  en: ({ brand, name, provider }) => ({
    subject: `${provider} now opens your account at ${brand}`,
    greeting: greet.en(name),
    paragraphs: [`You can now sign in with ${provider}. Everything else stays as it was.`],
    closing: 'That was not you? Then unlink it on the page above, and choose a new password.',
  }),
  de: ({ brand, name, provider }) => ({
    subject: `${provider} öffnet jetzt Ihr Konto bei ${brand}`,
    greeting: greet.de(name),
    paragraphs: [`Sie können sich jetzt mit ${provider} anmelden. Alles andere bleibt, wie es war.`],
    closing: 'Waren Sie das nicht? Dann trennen Sie die Verbindung auf der Seite oben und wählen Sie ein neues Passwort.',
  }),
  ar: ({ brand, name, provider }) => ({
    subject: `تم ربط ${provider} بحسابك لدى ${brand}`,
    greeting: greet.ar(name),
    paragraphs: [`يمكنك الآن تسجيل الدخول عبر ${provider}. ويبقى كل شيء آخر كما كان.`],
    closing: 'ألم تكن أنت من فعل ذلك؟ ألغِ الربط في الصفحة أعلاه واختر كلمة مرور جديدة.',
  }),
};

const unlinked: Record<Language, Writer> = {
  en: ({ brand, name, provider }) => ({
    subject: `${provider} no longer opens your account at ${brand}`,
    greeting: greet.en(name),
    paragraphs: [`You can no longer sign in with ${provider}. Everything else stays as it was.`],
    closing: 'That was not you? Then choose a new password, and look at the page above.',
  }),
  de: ({ brand, name, provider }) => ({
    subject: `${provider} öffnet Ihr Konto bei ${brand} nicht mehr`,
    greeting: greet.de(name),
    paragraphs: [`Sie können sich nicht mehr mit ${provider} anmelden. Alles andere bleibt, wie es war.`],
    closing: 'Waren Sie das nicht? Dann wählen Sie ein neues Passwort und sehen Sie auf der Seite oben nach.',
  }),
  ar: ({ brand, name, provider }) => ({
    subject: `أُلغي ربط ${provider} بحسابك لدى ${brand}`,
    greeting: greet.ar(name),
    paragraphs: [`لم يعد بإمكانك تسجيل الدخول عبر ${provider}. ويبقى كل شيء آخر كما كان.`],
    closing: 'ألم تكن أنت من فعل ذلك؟ اختر كلمة مرور جديدة وراجع الصفحة أعلاه.',
  }),
};

const ways: Record<Language, string> = { en: 'Ways to sign in', de: 'Wege zur Anmeldung', ar: 'طرق تسجيل الدخول' };
const pointing = (texts: Record<Language, Writer>, language: Language, news: ProviderNews, url: string): Letter => ({ ...texts[language](news), language, action: { label: ways[language], url } });

/** The code that proves an address. It has no link: what is followed elsewhere would prove it for another browser. */
export const addressCodeLetter = (language: Language, news: ProviderNews & { code: string }): Letter => ({ ...addressCode[language](news), language });

/** Tells a customer that a provider opens his account now; the link leads to where he can end that. */
export const identityLinkedLetter = (language: Language, news: ProviderNews, url: string): Letter => pointing(linked, language, news, url);

/** Tells a customer that a provider no longer opens his account. */
export const identityUnlinkedLetter = (language: Language, news: ProviderNews, url: string): Letter => pointing(unlinked, language, news, url);
