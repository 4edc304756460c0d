import { Box, Button, Field, Flex, Textarea } from '@strapi/design-system';
import type { ChangeEvent, FormEvent, KeyboardEvent, ReactNode } from 'react';
import { Paper } from '../display/Paper';
import { Problem } from '../display/Problem';
import { useWords } from '../use-words';
import { AttachFiles } from './AttachFiles';
import type { Message } from './use-message';

interface Props {
  name: 'reply' | 'note';
  message: Message;
  label: string;
  hint: string;
  submitLabel: string;
  onSubmit(): Promise<void>;
  /** Sends and goes to the next ticket. */
  onSubmitAndGo?(): Promise<void>;
  /** Files need the right to reply, for notes too. */
  mayAttach: boolean;
  /** Looks like the notes, so that nobody types a note into a reply. */
  tinted?: boolean;
  /** Stands before the button. */
  beside?: ReactNode;
  /** Stands above the buttons. */
  notice?: ReactNode;
  /** What else can be put into it. */
  tools?: ReactNode;
  /** To whom else it goes. */
  beforeButtons?: ReactNode;
}

/** The form of one message: words, files and the button. */
export const MessageForm = ({ name, message, label, hint, submitLabel, onSubmit, onSubmitAndGo, mayAttach, tinted = false, beside, notice, tools, beforeButtons }: Props) => {
  const say = useWords();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // So that the keys are commands again.
    if (event.key === 'Escape' && event.currentTarget instanceof HTMLElement) event.currentTarget.blur();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void (event.shiftKey && onSubmitAndGo ? onSubmitAndGo() : onSubmit());
  };
  return (
    <Paper tag="form" noValidate onSubmit={submit} padding={5} $tone={tinted ? 'note' : 'customer'}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Field.Root hint={hint} error={message.wordless ? say('message.wordless') : undefined}>
          <Field.Label>{label}</Field.Label>
          <Textarea
            name={name}
            dir="auto"
            value={message.draft.body}
            rows={7}
            readOnly={message.sending}
            onKeyDown={onKeyDown}
            onChange={(event: ChangeEvent<HTMLTextAreaElement>) => message.write(event.target.value)}
          />
          <Field.Error />
          <Field.Hint />
        </Field.Root>
        <Flex gap={2} wrap="wrap" alignItems="flex-start">
          {mayAttach && <AttachFiles message={message} />}
          {tools}
        </Flex>
        {message.problem && <Problem>{message.problem}</Problem>}
        {notice}
        {beforeButtons}
        <Flex gap={4} wrap="wrap" alignItems="flex-end" justifyContent="flex-end">
          {beside && (
            <Box minWidth="22rem" width={{ initial: '100%', medium: 'auto' }}>
              {beside}
            </Box>
          )}
          {onSubmitAndGo && (
            <Button variant="secondary" size="M" disabled={message.sending || message.uploading !== null} onClick={() => void onSubmitAndGo()}>
              {say('reply.sendNext')}
            </Button>
          )}
          <Button type="submit" size="M" loading={message.sending} disabled={message.uploading !== null}>
            {submitLabel}
          </Button>
        </Flex>
      </Flex>
    </Paper>
  );
};
