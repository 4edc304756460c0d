import type { ChatMessageRow, ChatRow } from './rows';

/** Lines of one transcript; a longer chat has its last ones. */
export const transcriptLines = 1000;
const mostCharacters = 48_000;

const nameOf = ({ kind, authorName }: ChatMessageRow, { name }: Pick<ChatRow, 'name'>): string => (kind === 'agent' ? authorName || 'Support' : name || authorName || '–');
/** A name is no Markdown. */
const plain = (name: string): string => name.replace(/[\\`*_[\]<>#!|~]/g, '\\$&');

/**
 * What was said in a chat, as Markdown: who, then his words as he wrote them; what happened is left out. Where it is
 * more than a message can hold, the beginning is left out.
 */
export const transcriptOf = (messages: ChatMessageRow[], chat: Pick<ChatRow, 'name'>): string => {
  const said = messages.filter(({ kind }) => kind !== 'event').map((message) => `**${plain(nameOf(message, chat))}**\n\n${message.text}`);
  const kept: string[] = [];
  let length = 0;
  for (const each of said.reverse()) {
    length += each.length + 2;
    if (length > mostCharacters) break;
    kept.unshift(each);
  }
  return `${kept.length < said.length ? '…\n\n' : ''}${kept.join('\n\n')}`;
};
