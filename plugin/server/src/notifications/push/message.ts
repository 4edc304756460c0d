import type { Language } from '../../../../contracts/accounts';
import type { PushMessage } from '../../../../contracts/push';
import { happenedSentence } from '../digest-letter';
import type { DigestItem } from '../digest-letter';

/** What a message is made of. `text` is the message's Markdown; null where there is none. */
export interface Told extends DigestItem {
  language: Language;
  path: string;
  text: string | null;
  unread: number;
}

const longest = 140;

/** How a text begins, in one line and without the marks of Markdown. */
export const beginningOf = (markdown: string): string => {
  const plain = markdown.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`#>~]+/g, '').replace(/\s+/g, ' ').trim();
  return plain.length > longest ? `${plain.slice(0, longest - 1).trimEnd()}…` : plain;
};

const capital = (text: string, language: Language): string => text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1);

/** What a browser shows: who did what, and of which request; how it begins only where its reader chose that. */
export const pushMessageOf = ({ language, path, text, unread, ...item }: Told, withText: boolean): PushMessage => {
  const about = [item.reference, item.title].filter(Boolean).join(' · ');
  const beginning = withText && text ? beginningOf(text) : '';
  return { kind: item.kind, language, title: capital(happenedSentence(language, item), language), body: [about, beginning].filter(Boolean).join('\n'), path, tag: item.reference ?? item.kind, unread };
};
