import type { Language } from '../../../contracts/accounts';
import type { Letter } from '../mail/letter';

/** What a letter about a ticket is made of. */
export interface TicketNews {
  brand: string;
  name: string;
  reference: string;
  subject: string;
  url: string;
  /** The message it is about, in Markdown. */
  body: string;
  author: string;
}
type Writer = (news: TicketNews) => Letter;

const received: Record<Language, Writer> = {
  en: ({ brand, name, reference, subject, url, body }) => ({
    subject: `[${reference}] We have your request: ${subject}`,
    greeting: `Hello ${name},`,
    paragraphs: [`Your request has arrived as ${reference}. We will write as soon as we have an answer. This is what you sent:`],
    quote: body,
    action: { label: 'See your request', url },
    closing: `${brand}`,
  }),
  de: ({ brand, name, reference, subject, url, body }) => ({
    subject: `[${reference}] Ihre Anfrage ist da: ${subject}`,
    greeting: `Guten Tag ${name},`,
    paragraphs: [`Ihre Anfrage ist als ${reference} angekommen. Wir schreiben, sobald wir eine Antwort haben. Das haben Sie geschickt:`],
    quote: body,
    action: { label: 'Anfrage ansehen', url },
    closing: `${brand}`,
  }),
  ar: ({ brand, name, reference, subject, url, body }) => ({
    subject: `[${reference}] استلمنا طلبك: ${subject}`,
    greeting: `مرحبًا ${name}،`,
    paragraphs: [`وصل طلبك برقم ${reference}. سنكتب إليك فور أن نجد إجابة. هذا ما أرسلته:`],
    quote: body,
    action: { label: 'عرض الطلب', url },
    closing: `${brand}`,
  }),
};

const answered: Record<Language, Writer> = {
  en: ({ brand, name, reference, subject, url, body, author }) => ({
    subject: `[${reference}] ${subject}`,
    greeting: `Hello ${name},`,
    paragraphs: [`${author} answered your request ${reference}:`],
    quote: body,
    action: { label: 'Read and reply', url },
    closing: `${brand}`,
  }),
  de: ({ brand, name, reference, subject, url, body, author }) => ({
    subject: `[${reference}] ${subject}`,
    greeting: `Guten Tag ${name},`,
    paragraphs: [`${author} hat auf Ihre Anfrage ${reference} geantwortet:`],
    quote: body,
    action: { label: 'Lesen und antworten', url },
    closing: `${brand}`,
  }),
  ar: ({ brand, name, reference, subject, url, body, author }) => ({
    subject: `[${reference}] ${subject}`,
    greeting: `مرحبًا ${name}،`,
    paragraphs: [`وصل رد من ${author} على طلبك ${reference}:`],
    quote: body,
    action: { label: 'القراءة والرد', url },
    closing: `${brand}`,
  }),
};

/** Confirms to the requester that the ticket arrived. */
export const receivedLetter = (language: Language, news: TicketNews): Letter => ({ ...received[language](news), language });
/** Brings an agent's reply to the requester. */
export const answeredLetter = (language: Language, news: TicketNews): Letter => ({ ...answered[language](news), language });
