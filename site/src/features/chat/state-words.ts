import type { Chat } from '@contracts/chat';
import type { Words } from '@i18n/index';

/** What a chat's page is called, and the one line that says how it stands. */
export const stateOf = (words: Omit<Words['chat'], 'live'>, { state, agent, ahead }: Pick<Chat, 'state' | 'agent' | 'ahead'>): { title: string; lead: string } => {
  if (state === 'ended') return { title: words.overTitle, lead: words.over };
  if (state === 'left') return { title: words.leftTitle, lead: words.left };
  if (state === 'open' && agent) return { title: words.talking, lead: words.with(agent.name) };
  return { title: words.waiting, lead: words.ahead(ahead ?? 0) };
};
