import { makeBlock, type NewBlock } from './builders/blocks';
import type { App } from './builders/services';

type Written = Omit<NewBlock, 'locale' | 'document' | 'articles'>;

/** What the demo company put on its portal: in English, German and Arabic. */
const blocks: { en: Written; de: string[]; ar: string[]; articles?: string[] }[] = [
  {
    en: { kind: 'home_block', title: 'New to your station?', text: 'Ten minutes from the box to the first reading: **set it up on the table first**, then carry it outside.', position: 1 },
    de: ['Neu mit Ihrer Station?', 'Zehn Minuten vom Karton bis zum ersten Messwert: **erst auf dem Tisch einrichten**, dann nach draußen tragen.'],
    ar: ['هل محطتك جديدة؟', 'عشر دقائق من فتح الصندوق إلى القراءة الأولى: **جهّزها على الطاولة أولاً**، ثم احملها إلى الخارج.'],
    articles: ['set-up-on-the-table', 'choose-a-place', 'hub-lights'],
  },
  { en: { kind: 'footer_link', title: 'Spare parts', address: 'https://northwind.example/parts', position: 1 }, de: ['Ersatzteile'], ar: ['قطع الغيار'] },
  { en: { kind: 'footer_link', title: 'help@northwind.example', address: 'mailto:help@northwind.example', position: 2 }, de: ['help@northwind.example'], ar: ['help@northwind.example'] },
];

const documentOf = async (app: App, slug: string): Promise<string[]> => {
  const found = (await app.db.query('plugin::portal.article').findOne({ where: { slug, locale: 'en' }, select: ['documentId'] })) as { documentId: string } | null;
  return found ? [found.documentId] : [];
};

/** Writes what the demo company put on its portal; nothing where blocks are there already. */
export const seedBlocks = async (app: App): Promise<void> => {
  if ((await app.db.query('plugin::portal.portal-block').count({})) > 0) return;
  for (const { en, de, ar, articles = [] } of blocks) {
    const shared = { kind: en.kind, position: en.position ?? 0 };
    const chosen = (await Promise.all(articles.map((slug) => documentOf(app, slug)))).flat();
    const document = await makeBlock(app, { ...en, articles: chosen });
    for (const [locale, [title = en.title, text]] of [['de', de], ['ar', ar]] as const) await makeBlock(app, { ...shared, locale, document, title, ...(en.address ? { address: en.address } : {}), ...(text ? { text } : {}) });
  }
};
