import type { Language } from '../../../contracts/accounts';
import type { NotificationKind } from '../../../contracts/notifications';
import type { Letter } from '../mail/letter';

/** One line of a digest. `title` is empty where its words are another customer's. */
export interface DigestItem {
  kind: NotificationKind;
  reference: string | null;
  title: string;
  by: string;
  state: 'solved' | 'closed' | 'open' | null;
}
interface Digest {
  brand: string;
  name: string;
  items: DigestItem[];
  url: string;
  /** How many more there are than the letter names. */
  more: number;
}
type Sentence = (item: DigestItem) => string;
interface Words {
  subject(count: number, brand: string): string;
  greeting(name: string): string;
  lead: string;
  more(count: number): string;
  see: string;
  happened: Record<Exclude<NotificationKind, 'solved' | 'received'>, Sentence> & Record<'solved' | 'closed' | 'open', string>;
}

const arabicForms = new Intl.PluralRules('ar');
const arabicNews = (count: number): string => {
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'مستجد واحد', two: 'مستجدان', few: `${count} مستجدات`, many: `${count} مستجدًا` };
  return forms[arabicForms.select(count)] ?? `${count} مستجد`;
};

const words: Record<Language, Words> = {
  en: {
    subject: (count, brand) => `${brand}: ${count === 1 ? 'one piece of news' : `${count} pieces of news`}`,
    greeting: (name) => `Hello ${name},`,
    lead: 'This is what happened since the last digest:',
    more: (count) => `And ${count} more.`,
    see: 'See all notifications',
    happened: { reply: ({ by }) => `${by} answered`, message: ({ by }) => `${by} wrote`, added: ({ by }) => `${by} added you`, incident: () => 'there is news', solved: 'it is solved', closed: 'it was closed', open: 'it is open again' },
  },
  de: {
    subject: (count, brand) => `${brand}: ${count === 1 ? 'eine Neuigkeit' : `${count} Neuigkeiten`}`,
    greeting: (name) => `Guten Tag ${name},`,
    lead: 'Das ist seit der letzten Übersicht geschehen:',
    more: (count) => `Und ${count} weitere.`,
    see: 'Alle Mitteilungen ansehen',
    happened: { reply: ({ by }) => `${by} hat geantwortet`, message: ({ by }) => `${by} hat geschrieben`, added: ({ by }) => `${by} hat Sie hinzugefügt`, incident: () => 'es gibt Neues', solved: 'sie ist gelöst', closed: 'sie wurde geschlossen', open: 'sie ist wieder offen' },
  },
  ar: {
    subject: (count, brand) => `${brand}: ${arabicNews(count)}`,
    greeting: (name) => `مرحبًا ${name}،`,
    lead: 'هذا ما حدث منذ الملخص الأخير:',
    more: (count) => `و${count} غيرها.`,
    see: 'عرض كل الإشعارات',
    happened: { reply: ({ by }) => `رد ${by}`, message: ({ by }) => `كتب ${by}`, added: ({ by }) => `أضافك ${by}`, incident: () => 'هناك جديد', solved: 'تم حله', closed: 'تم إغلاقه', open: 'فُتح من جديد' },
  },
};

/** What happened, in a few words: “Ada answered”, “it is solved”. */
export const happenedSentence = (language: Language, item: DigestItem): string => {
  const { happened } = words[language];
  return item.kind === 'solved' || item.kind === 'received' ? happened[item.state ?? 'open'] : happened[item.kind](item);
};

const lineOf = (item: DigestItem, language: Language): string => {
  const what = happenedSentence(language, item);
  return `• ${[item.reference, item.title].filter(Boolean).join(' ')}: ${what}`;
};

/** What happened since yesterday, in one mail. */
export const digestLetter = (language: Language, { brand, name, items, url, more }: Digest): Letter => {
  const own = words[language];
  return {
    language,
    subject: own.subject(items.length + more, brand),
    greeting: own.greeting(name),
    paragraphs: [own.lead, ...items.map((item) => lineOf(item, language)), ...(more > 0 ? [own.more(more)] : [])],
    action: { label: own.see, url },
    closing: brand,
  };
};
