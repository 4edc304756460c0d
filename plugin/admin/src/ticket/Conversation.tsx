import { Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import type { DeskComment, HeldReply } from '../../../contracts/desk';
import { useWords } from '../use-words';
import { HeldLetter } from './HeldLetter';
import { Letter } from './Letter';
import { redactMessage } from '../desk/client';
import { SecretNotice } from './SecretNotice';

interface Props {
  reference: string;
  comments: DeskComment[];
  held: HeldReply[];
  onUndo(id: string): void;
  reload(): void;
}

/** All messages and notes of a ticket, oldest first, and what is about to be sent. */
export const Conversation = ({ reference, comments, held, onUndo, reload }: Props) => {
  const say = useWords();
  return (
    <section aria-labelledby="portal-conversation">
      <VisuallyHidden>
        <Typography tag="h2" id="portal-conversation">
          {say('conversation.title')}
        </Typography>
      </VisuallyHidden>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {comments.map((comment) => (
          <Letter key={comment.id} comment={comment}>
            <SecretNotice secrets={comment.secrets} redact={() => redactMessage(reference, comment.id, [])} onDone={reload} />
          </Letter>
        ))}
        {held.map((each) => (
          <HeldLetter key={each.id} held={each} onUndo={() => onUndo(each.id)} />
        ))}
      </Flex>
    </section>
  );
};
