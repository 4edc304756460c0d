import type { Language } from '../../../contracts/accounts';
import type { Letter } from '../mail/letter';

interface LowRating {
  brand: string;
  name: string;
  reference: string;
  score: number;
  url: string;
}
const words: Record<Language, (rating: LowRating) => Omit<Letter, 'language'>> = {
  en: ({ brand, name, reference, score, url }) => ({
    subject: `[${reference}] ${score} of 5 stars`,
    greeting: `Hello ${name},`,
    paragraphs: [`A customer gave ${score} of 5 stars for ${reference}, which you have. What was said stands on the ticket, beside the conversation.`, 'A short answer is often all it takes: you can open the ticket again and write.'],
    action: { label: 'Open the ticket', url },
    closing: brand,
  }),
  de: ({ brand, name, reference, score, url }) => ({
    subject: `[${reference}] ${score} von 5 Sternen`,
    greeting: `Guten Tag ${name},`,
    paragraphs: [`Für ${reference}, das bei Ihnen liegt, gab es ${score} von 5 Sternen. Was dazu gesagt wurde, steht am Ticket, neben dem Gespräch.`, 'Oft reicht eine kurze Antwort: Sie können das Ticket wieder öffnen und schreiben.'],
    action: { label: 'Ticket öffnen', url },
    closing: brand,
  }),
  ar: ({ brand, name, reference, score, url }) => ({
    subject: `[${reference}] ${score} من 5 نجوم`,
    greeting: `مرحبًا ${name}،`,
    paragraphs: [`حصلت التذكرة ${reference} المسندة إليك على ${score} من 5 نجوم. ما قيل عنها تجده في التذكرة بجانب المحادثة.`, 'كثيرًا ما يكفي رد قصير: يمكنك إعادة فتح التذكرة والكتابة.'],
    action: { label: 'فتح التذكرة', url },
    closing: brand,
  }),
};

/** Tells an agent that somebody was not content. Nothing of what the customer wrote is in it: mails are kept where erasing does not reach. */
export const lowRatingLetter = (language: Language, rating: LowRating): Letter => ({ language, ...words[language](rating) });
