import type { Language } from '../../../contracts/accounts';
import type { Letter } from '../mail/letter';

/** What a letter about a new state of a request is made of. */
export interface StateNews {
  brand: string;
  name: string;
  reference: string;
  subject: string;
  url: string;
  state: 'solved' | 'closed' | 'open';
  /** The address at which so many stars are given; null for whoever does not rate it. */
  rating: ((score: number) => string) | null;
}
interface Words {
  greeting(name: string): string;
  subject: Record<StateNews['state'], (reference: string, subject: string) => string>;
  text: Record<StateNews['state'], (reference: string) => string>;
  see: string;
  ask: string;
  /** Best first. */
  scores: [string, string, string, string, string];
}

const words: Record<Language, Words> = {
  en: {
    greeting: (name) => `Hello ${name},`,
    subject: { solved: (reference, subject) => `[${reference}] Solved: ${subject}`, closed: (reference, subject) => `[${reference}] Closed: ${subject}`, open: (reference, subject) => `[${reference}] Open again: ${subject}` },
    text: {
      solved: (reference) => `We think that your request ${reference} is solved. If it is not, just write to us there; it is open again then.`,
      closed: (reference) => `The request ${reference} was closed by our support.`,
      open: (reference) => `Our support opened the request ${reference} again and goes on with it.`,
    },
    see: 'See the request',
    ask: 'How was it? One click, and a page where you can add a word:',
    scores: ['5 – very good', '4 – good', '3 – all right', '2 – not good', '1 – bad'],
  },
  de: {
    greeting: (name) => `Guten Tag ${name},`,
    subject: { solved: (reference, subject) => `[${reference}] Gelöst: ${subject}`, closed: (reference, subject) => `[${reference}] Geschlossen: ${subject}`, open: (reference, subject) => `[${reference}] Wieder offen: ${subject}` },
    text: {
      solved: (reference) => `Wir denken, dass Ihre Anfrage ${reference} gelöst ist. Wenn nicht, schreiben Sie uns einfach dort; dann ist sie wieder offen.`,
      closed: (reference) => `Die Anfrage ${reference} wurde von unserem Support geschlossen.`,
      open: (reference) => `Unser Support hat die Anfrage ${reference} wieder geöffnet und arbeitet daran weiter.`,
    },
    see: 'Anfrage ansehen',
    ask: 'Wie war es? Ein Klick, und eine Seite, auf der Sie etwas dazu schreiben können:',
    scores: ['5 – sehr gut', '4 – gut', '3 – in Ordnung', '2 – nicht gut', '1 – schlecht'],
  },
  ar: {
    greeting: (name) => `مرحبًا ${name}،`,
    subject: { solved: (reference, subject) => `[${reference}] تم الحل: ${subject}`, closed: (reference, subject) => `[${reference}] أُغلق: ${subject}`, open: (reference, subject) => `[${reference}] فُتح من جديد: ${subject}` },
    text: {
      solved: (reference) => `نظن أن طلبك ${reference} قد حُلّ. إن لم يكن كذلك فاكتب إلينا هناك، وعندها يُفتح من جديد.`,
      closed: (reference) => `أغلق فريق الدعم لدينا الطلب ${reference}.`,
      open: (reference) => `فتح فريق الدعم لدينا الطلب ${reference} من جديد ويواصل العمل عليه.`,
    },
    see: 'عرض الطلب',
    ask: 'كيف كانت تجربتك؟ قيّم بنقرة واحدة، ويمكنك إضافة تعليق في الصفحة التالية:',
    scores: ['5 – جيد جدًا', '4 – جيد', '3 – مقبول', '2 – غير جيد', '1 – سيئ'],
  },
};

/** Tells that support solved, closed or reopened a request; whoever sent it is asked how it was. */
export const stateLetter = (language: Language, { brand, name, reference, subject, url, state, rating }: StateNews): Letter => {
  const own = words[language];
  return {
    language,
    subject: own.subject[state](reference, subject),
    greeting: own.greeting(name),
    paragraphs: [own.text[state](reference), ...(rating ? [own.ask] : [])],
    action: { label: own.see, url },
    ...(rating ? { choices: own.scores.map((label, index) => ({ label, url: rating(5 - index) })) } : {}),
    closing: brand,
  };
};
