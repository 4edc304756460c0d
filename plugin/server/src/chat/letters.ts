import type { Language } from '../../../contracts/accounts';
import type { Letter } from '../mail/letter';

/** What a letter about a chat is made of. `quote` is Markdown. */
export interface ChatLetter {
  brand: string;
  name: string;
  agent: string;
  quote: string;
  url: string;
}
interface Words {
  greeting(name: string): string;
  unread: { subject(brand: string): string; text(agent: string): string };
  transcript: { subject(brand: string): string; text: string };
  go: string;
}

const words: Record<Language, Words> = {
  en: {
    greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
    unread: { subject: (brand) => `An answer in your chat with ${brand}`, text: (agent) => `${agent} wrote to you in the chat, and you may not have seen it:` },
    transcript: { subject: (brand) => `Your chat with ${brand}`, text: 'This is what was said in your chat:' },
    go: 'Go to the chat',
  },
  de: {
    greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
    unread: { subject: (brand) => `Eine Antwort in Ihrem Chat mit ${brand}`, text: (agent) => `${agent} hat Ihnen im Chat geschrieben, und vielleicht haben Sie es noch nicht gesehen:` },
    transcript: { subject: (brand) => `Ihr Chat mit ${brand}`, text: 'Das wurde in Ihrem Chat geschrieben:' },
    go: 'Zum Chat',
  },
  ar: {
    greeting: (name) => (name ? `مرحبًا ${name}،` : 'مرحبًا،'),
    unread: { subject: (brand) => `رد في دردشتك مع ${brand}`, text: (agent) => `كتب إليك ${agent} في الدردشة، وربما لم تره بعد:` },
    transcript: { subject: (brand) => `دردشتك مع ${brand}`, text: 'هذا ما قيل في دردشتك:' },
    go: 'إلى الدردشة',
  },
};

const letterOf = (language: Language, { brand, name, quote, url }: ChatLetter, subject: string, text: string): Letter => ({
  language,
  subject,
  greeting: words[language].greeting(name),
  paragraphs: [text],
  quote,
  action: { label: words[language].go, url },
  closing: brand,
});

/** Brings what an agent wrote to somebody who left the page. */
export const unreadLetter = (language: Language, about: ChatLetter): Letter => letterOf(language, about, words[language].unread.subject(about.brand), words[language].unread.text(about.agent));
/** Brings the whole conversation to whoever asked for it. */
export const transcriptLetter = (language: Language, about: ChatLetter): Letter => letterOf(language, about, words[language].transcript.subject(about.brand), words[language].transcript.text);
