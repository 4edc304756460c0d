import type { ChatMessage } from '@contracts/chat';
import { trustedHtml } from '@components/trusted-html';
import type { FrameWords } from './frame-words';
import { put } from './parts';

const rendered = trustedHtml('portal-pages');

const eventWords = ({ happened }: FrameWords, { author, happened: what }: ChatMessage): string => {
  const [named = '', plain = ''] = happened[what ?? ''] ?? [];
  return author.name ? named.replace('{who}', author.name) : plain;
};

/** What is said aloud of a message of somebody else, in the words that its letter shows; '' for one's own. */
export const spokenOf = (words: FrameWords, { kind, name }: ChatMessage['author'], letter?: Element): string => {
  if (kind === 'visitor') return '';
  const shown = (letter?.querySelector('.letter-body') ?? letter)?.textContent?.trim() ?? '';
  return kind === 'event' ? shown : `${words.live.news.replace('{who}', name)}: ${shown}`;
};

/** A message as an element; the templates are of the same letters that the portal's pages show. */
export const letterOf = (root: ParentNode, words: FrameWords, message: ChatMessage): Element => {
  const { author, html, createdAt } = message;
  if (author.kind === 'event') return Object.assign(document.createElement('p'), { className: 'muted small', textContent: eventWords(words, message) });
  const template = root.querySelector<HTMLTemplateElement>(`template[data-letter=${author.kind}]`);
  const letter = document.importNode(template?.content ?? document.createDocumentFragment(), true);
  if (author.kind === 'agent') {
    put(letter.querySelector('strong bdi'), author.name);
    put(letter.querySelector('.avatar'), [...author.name][0]?.toUpperCase() ?? '');
  }
  const body = letter.querySelector('.letter-body');
  // Made safe by the server, as on all pages.
  if (body) body.innerHTML = rendered(html);
  for (const link of letter.querySelectorAll('.letter-body a')) Object.assign(link, { target: '_blank', rel: 'noopener nofollow' });
  const time = letter.querySelector('time');
  const at = new Date(createdAt);
  time?.setAttribute('datetime', createdAt);
  time?.setAttribute('title', at.toLocaleString(document.documentElement.lang));
  put(time, at.toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));
  return letter.firstElementChild ?? document.createElement('p');
};
