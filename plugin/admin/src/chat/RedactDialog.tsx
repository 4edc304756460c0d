import { useState } from 'react';
import type { ChatMessage, DeskChat } from '../../../contracts/chat';
import { Line } from '../display/Line';
import { useWords } from '../use-words';
import { redactChat } from './client';
import { FormDialog } from './FormDialog';

interface Props {
  value: DeskChat;
  messages: ChatMessage[];
  onDone(): void;
  onClose(): void;
}

/** Takes words out of a chat for good. */
export const RedactDialog = ({ value: { chat }, messages, onDone, onClose }: Props) => {
  const say = useWords();
  const [words, setWords] = useState('');
  const wanted = words.trim();
  // Where none has them, the server says so.
  const message = messages.find(({ text }) => text.includes(wanted)) ?? messages.find(({ author }) => author.kind !== 'event');
  return (
    <FormDialog danger title={say('chats.redact')} submitLabel={say('chats.redact')} labels={{ words: say('chats.redactWords'), 'words.0': say('chats.redactWords') }} onSubmit={() => redactChat(chat.key, message?.id ?? 0, [wanted]).then(onDone)} onClose={onClose}>
      <Line multiline required label={say('chats.redactWords')} hint={say('chats.redactHint')} value={words} onChange={setWords} />
    </FormDialog>
  );
};
