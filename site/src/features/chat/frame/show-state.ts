import type { Chat } from '@contracts/chat';
import type { FrameWords } from './frame-words';
import { button, piece, put } from './parts';

const stateOf = (words: FrameWords, { state, agent, ahead }: Chat): [title: string, lead: string] => {
  if (state === 'ended') return [words.overTitle, words.over];
  if (state === 'left') return [words.leftTitle, words.left];
  if (state === 'open' && agent) return [words.talking, words.with.replace('{who}', agent.name)];
  return [words.waiting, words.ahead[Math.min(ahead ?? 0, words.ahead.length - 1)] ?? ''];
};

/** Shows how a chat stands, and the ways on that it has now. */
export const showState = (part: HTMLElement, words: FrameWords, chat: Chat): void => {
  const isOver = chat.state === 'ended';
  const [title, lead] = stateOf(words, chat);
  put(part.querySelector('h1'), title);
  put(piece(part, 'lead'), lead);
  piece(part, 'write')?.toggleAttribute('hidden', isOver);
  piece(part, 'rate')?.toggleAttribute('hidden', !chat.ratable);
  for (const [name, isThere] of [['leave', chat.state === 'waiting'], ['transcript', isOver && chat.transcriptTo !== null], ['end', !isOver], ['again', isOver]] as const) {
    button(part, name)?.toggleAttribute('hidden', !isThere);
  }
};
