import type { Language } from '../../../contracts/accounts';
import type { Letter } from './letter';

const words: Record<Language, (brand: string) => Omit<Letter, 'language'>> = {
  en: (brand) => ({
    subject: `A test mail from ${brand}`,
    greeting: 'Hello,',
    paragraphs: ['This mail shows that the portal can send. It came the way that all its mails take.'],
    closing: brand,
  }),
  de: (brand) => ({
    subject: `Eine Probemail von ${brand}`,
    greeting: 'Guten Tag,',
    paragraphs: ['diese Mail zeigt, dass das Portal senden kann. Sie kam auf dem Weg, den alle seine Mails nehmen.'],
    closing: brand,
  }),
  ar: (brand) => ({
    subject: `رسالة تجريبية من ${brand}`,
    greeting: 'مرحبًا،',
    paragraphs: ['تُظهر هذه الرسالة أن البوابة تستطيع الإرسال. وصلت بالطريق الذي تسلكه كل رسائلها.'],
    closing: brand,
  }),
};

/** What an admin sends to himself. */
export const testLetter = (language: Language, brand: string): Letter => ({ ...words[language](brand), language });
