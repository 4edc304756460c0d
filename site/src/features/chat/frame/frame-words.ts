import { chatTextLength } from '@contracts/chat';
import type { FieldError } from '@contracts/platform';
import { fieldErrorSentence, refusalSentence, type Words } from '@i18n/index';

const mostCounted = 50;
const counted = (sentence: (count: number) => string): string[] => Array.from({ length: mostCounted + 1 }, (_, count) => sentence(count));

const fieldFaults: Pick<FieldError, 'path' | 'rule' | 'limit'>[] = [
  { path: 'text', rule: 'required' },
  { path: 'text', rule: 'too_long', limit: chatTextLength },
  { path: 'name', rule: 'too_long', limit: 80 },
  { path: 'name', rule: 'malformed' },
  { path: 'email', rule: 'required' },
  { path: 'email', rule: 'malformed' },
  { path: 'score', rule: 'required' },
];
const codes = ['too_many_requests', 'chat_blocked', 'chat_ended', 'secret_found', 'not_signed_in'] as const;

/** All that the frame's script says, in one language. `{who}` stands for the agent's name. */
export const frameWords = (words: Words) => {
  const { chat, secrets, letter } = words;
  const labels: Record<string, string> = { text: chat.question, name: chat.name, email: chat.email, score: chat.rate };
  return {
    ahead: counted(chat.ahead),
    queue: counted(chat.queue),
    lead: chat.lead,
    opens: chat.opens,
    begin: chat.begin,
    beginClosed: chat.beginClosed,
    waiting: chat.waiting,
    talking: chat.talking,
    with: chat.with('{who}'),
    leftTitle: chat.leftTitle,
    left: chat.left,
    overTitle: chat.overTitle,
    over: chat.over,
    transcriptTo: chat.transcriptTo('{who}'),
    transcriptDone: chat.transcriptDone,
    rated: chat.rated,
    you: letter.you,
    newTab: chat.widget.newTab,
    solved: chat.offers.solved,
    thanks: chat.offers.thanks,
    unavailable: chat.widget.unavailable,
    anyway: secrets.anyway,
    live: { ...chat.live, writing: chat.live.writing('{who}'), news: chat.live.news('{who}') },
    happened: Object.fromEntries(Object.entries(chat.happened).map(([name, sentence]) => [name, [sentence('{who}'), sentence('')] as const])),
    faults: Object.fromEntries([...fieldFaults.map((error) => [`${error.path}.${error.rule}`, fieldErrorSentence(words, error, labels[error.path] ?? '')]), ...codes.map((code) => [code, refusalSentence(words, code)])]) as Record<string, string>,
  };
};
/** What `frameWords` makes. */
export type FrameWords = ReturnType<typeof frameWords>;
