import type { Language } from '../../../contracts/accounts';
import type { Letter } from '../mail/letter';
import type { TicketNews } from './letters';

/** What a letter to somebody who was added is made of. `name` is empty where he has no account. */
export interface Invitation {
  brand: string;
  name: string;
  /** Who added him. */
  by: string;
  reference: string;
  url: string;
}
type Inviter = (invitation: Invitation) => Letter;

const added: Record<Language, Inviter> = {
  en: ({ brand, name, by, reference, url }) => ({
    subject: `[${reference}] ${by} added you to a request`,
    greeting: `Hello ${name},`,
    paragraphs: [`${by} lets you read the request ${reference} and reply to it.`],
    action: { label: 'Read the request', url },
    closing: brand,
  }),
  de: ({ brand, name, by, reference, url }) => ({
    subject: `[${reference}] ${by} hat Sie zu einer Anfrage hinzugefügt`,
    greeting: `Guten Tag ${name},`,
    paragraphs: [`${by} lässt Sie die Anfrage ${reference} lesen und beantworten.`],
    action: { label: 'Anfrage lesen', url },
    closing: brand,
  }),
  ar: ({ brand, name, by, reference, url }) => ({
    subject: `[${reference}] أضافك ${by} إلى طلب`,
    greeting: `مرحبًا ${name}،`,
    paragraphs: [`يتيح لك ${by} قراءة الطلب ${reference} والرد عليه.`],
    action: { label: 'قراءة الطلب', url },
    closing: brand,
  }),
};

const invited: Record<Language, Inviter> = {
  en: ({ brand, by, reference, url }) => ({
    subject: `[${reference}] ${by} invites you to a request`,
    greeting: 'Hello,',
    paragraphs: [`${by} wants you to read the request ${reference} at ${brand} and reply to it. Create an account with this email address; the request is then in your list. If you do not know ${by}, ignore this mail.`],
    action: { label: 'Create account', url },
    closing: brand,
  }),
  de: ({ brand, by, reference, url }) => ({
    subject: `[${reference}] ${by} lädt Sie zu einer Anfrage ein`,
    greeting: 'Guten Tag,',
    paragraphs: [`${by} möchte, dass Sie die Anfrage ${reference} bei ${brand} lesen und beantworten. Erstellen Sie ein Konto mit dieser E-Mail-Adresse; dann steht die Anfrage in Ihrer Liste. Wenn Sie ${by} nicht kennen, lassen Sie diese Mail liegen.`],
    action: { label: 'Konto erstellen', url },
    closing: brand,
  }),
  ar: ({ brand, by, reference, url }) => ({
    subject: `[${reference}] يدعوك ${by} إلى المشاركة في طلب`,
    greeting: 'مرحبًا،',
    paragraphs: [`يريد ${by} أن تقرأ الطلب ${reference} لدى ${brand} وأن ترد عليه. أنشئ حسابًا بهذا البريد الإلكتروني وسيظهر الطلب في قائمتك. إن كنت لا تعرف ${by} فتجاهل هذه الرسالة.`],
    action: { label: 'إنشاء حساب', url },
    closing: brand,
  }),
};

const wrote: Record<Language, (news: TicketNews) => Letter> = {
  en: ({ brand, name, reference, subject, url, body, author }) => ({
    subject: `[${reference}] ${subject}`,
    greeting: `Hello ${name},`,
    paragraphs: [`${author} wrote in the request ${reference}:`],
    quote: body,
    action: { label: 'Read and reply', url },
    closing: brand,
  }),
  de: ({ brand, name, reference, subject, url, body, author }) => ({
    subject: `[${reference}] ${subject}`,
    greeting: `Guten Tag ${name},`,
    paragraphs: [`${author} hat in der Anfrage ${reference} geschrieben:`],
    quote: body,
    action: { label: 'Lesen und antworten', url },
    closing: brand,
  }),
  ar: ({ brand, name, reference, subject, url, body, author }) => ({
    subject: `[${reference}] ${subject}`,
    greeting: `مرحبًا ${name}،`,
    paragraphs: [`كتب ${author} في الطلب ${reference}:`],
    quote: body,
    action: { label: 'القراءة والرد', url },
    closing: brand,
  }),
};

/** Where nobody makes an account for himself, or not with this address. */
const awaited: Record<Language, Inviter> = {
  en: ({ brand, by, reference, url }) => ({
    subject: `[${reference}] ${by} invites you to a request`,
    greeting: 'Hello,',
    paragraphs: [`${by} wants you to read the request ${reference} at ${brand} and reply to it. That needs an account with this email address, which ${brand} makes for you: ask ${by} to arrange it. Then the request is in your list. If you do not know ${by}, ignore this mail.`],
    action: { label: 'Sign in', url },
    closing: brand,
  }),
  de: ({ brand, by, reference, url }) => ({
    subject: `[${reference}] ${by} lädt Sie zu einer Anfrage ein`,
    greeting: 'Guten Tag,',
    paragraphs: [`${by} möchte, dass Sie die Anfrage ${reference} bei ${brand} lesen und beantworten. Dafür brauchen Sie ein Konto mit dieser E-Mail-Adresse, das ${brand} für Sie anlegt: bitten Sie ${by}, das zu veranlassen. Dann steht die Anfrage in Ihrer Liste. Wenn Sie ${by} nicht kennen, lassen Sie diese Mail liegen.`],
    action: { label: 'Anmelden', url },
    closing: brand,
  }),
  ar: ({ brand, by, reference, url }) => ({
    subject: `[${reference}] يدعوك ${by} إلى المشاركة في طلب`,
    greeting: 'مرحبًا،',
    paragraphs: [`يريد ${by} أن تقرأ الطلب ${reference} لدى ${brand} وأن ترد عليه. تحتاج لذلك إلى حساب بهذا البريد الإلكتروني ينشئه لك ${brand}، فاطلب من ${by} ترتيب ذلك. ثم يظهر الطلب في قائمتك. إن كنت لا تعرف ${by} فتجاهل هذه الرسالة.`],
    action: { label: 'تسجيل الدخول', url },
    closing: brand,
  }),
};

/**
 * Without a word of the other's: he never had to agree to take part, and a stranger's text with links in a mail of
 * this desk would look as if it came from us.
 */
const wroteToo: Record<Language, (news: TicketNews) => Letter> = {
  en: ({ brand, name, reference, url, author }) => ({
    subject: `[${reference}] A new message`,
    greeting: `Hello ${name},`,
    paragraphs: [`${author}, who takes part in the request ${reference} as a customer like you, wrote something there. Read it on our pages.`],
    action: { label: 'Read and reply', url },
    closing: brand,
  }),
  de: ({ brand, name, reference, url, author }) => ({
    subject: `[${reference}] Eine neue Nachricht`,
    greeting: `Guten Tag ${name},`,
    paragraphs: [`${author} nimmt wie Sie als Kunde an der Anfrage ${reference} teil und hat dort etwas geschrieben. Lesen Sie es auf unseren Seiten.`],
    action: { label: 'Lesen und antworten', url },
    closing: brand,
  }),
  ar: ({ brand, name, reference, url, author }) => ({
    subject: `[${reference}] رسالة جديدة`,
    greeting: `مرحبًا ${name}،`,
    paragraphs: [`كتب ${author}، وهو عميل مثلك يشارك في الطلب ${reference}، رسالة جديدة. اقرأها على صفحاتنا.`],
    action: { label: 'القراءة والرد', url },
    closing: brand,
  }),
};

/** Tells a customer that a request was opened to him. */
export const addedLetter = (language: Language, invitation: Invitation): Letter => ({ ...added[language](invitation), language });
/** Invites somebody without an account to get one: by himself, or from the desk where it keeps that to itself. */
export const invitedLetter = (language: Language, invitation: Invitation, mayRegister: boolean): Letter => ({ ...(mayRegister ? invited : awaited)[language](invitation), language });
/** Tells somebody who takes part that another customer wrote. */
export const wroteTooLetter = (language: Language, news: TicketNews): Letter => ({ ...wroteToo[language](news), language });
/** Brings what an agent said to somebody who takes part, and what those say to the requester. */
export const wroteLetter = (language: Language, news: TicketNews): Letter => ({ ...wrote[language](news), language });
