import { Button, Field, Flex, Textarea } from '@strapi/design-system';
import type { ChangeEvent, FormEvent, KeyboardEvent } from 'react';
import { chatTextLength } from '../../../contracts/chat';
import type { DeskChat } from '../../../contracts/chat';
import { Problem } from '../display/Problem';
import { InsertSavedReply, useAgentName } from '../ticket/InsertSavedReply';
import { SecretChoice } from '../ticket/SecretChoice';
import { useWords } from '../use-words';
import { InsertArticle } from './InsertArticle';
import type { Writing } from './use-writing';

/** The name of the field, by which keys and dialogs find it. */
export const chatField = 'chat';

interface Props {
  value: DeskChat;
  writing: Writing;
  /** Why nothing can be sent now; what is written stays. */
  closed: string | null;
}

const Tools = ({ value: { chat, portal }, writing: { text, write } }: Props) => {
  const agent = useAgentName();
  const { name } = chat.visitor;
  const values = { 'requester.name': name, 'requester.firstName': name.split(' ')[0] ?? '', 'ticket.reference': '', 'ticket.subject': '', 'ticket.category': '', 'agent.name': agent };
  return (
    <>
      <InsertSavedReply name={chatField} text={text} onWrite={write} values={values} />
      <InsertArticle name={chatField} text={text} onWrite={write} portal={portal} language={chat.language} />
    </>
  );
};

/** Where an agent writes in a chat: Enter sends, Shift and Enter begin a new line. */
export const ChatComposer = (props: Props) => {
  const { writing, closed } = props;
  const say = useWords();
  const tooLong = writing.text.length > chatTextLength ? say('rule.too_long_limit', { limit: chatTextLength }) : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!closed && !tooLong) writing.submit();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // So that the keys are commands again.
    if (event.key === 'Escape') event.currentTarget.blur();
    // Enter also takes what an input method offers.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        {closed && <Problem>{closed}</Problem>}
        {writing.problem && <Problem>{writing.problem}</Problem>}
        <SecretChoice message={writing} onSend={writing.submitSecret} />
        <Field.Root hint={say('chats.messageHint')} error={tooLong}>
          <Field.Label>{say('chats.message')}</Field.Label>
          <Textarea name={chatField} data-chat={props.value.chat.key} dir="auto" rows={3} value={writing.text} onKeyDown={onKeyDown} onChange={(event: ChangeEvent<HTMLTextAreaElement>) => writing.write(event.target.value)} />
          <Field.Error />
          <Field.Hint />
        </Field.Root>
        <Flex gap={2} wrap="wrap" justifyContent="space-between">
          <Flex gap={2} wrap="wrap">
            <Tools {...props} />
          </Flex>
          <Button type="submit" disabled={closed !== null || tooLong !== undefined}>
            {say('chats.send')}
          </Button>
        </Flex>
      </Flex>
    </form>
  );
};
