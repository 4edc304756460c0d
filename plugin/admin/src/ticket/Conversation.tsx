import { Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import type { DeskComment } from '../../../contracts/desk';
import { useWords } from '../use-words';
import { Letter } from './Letter';

/** All messages and notes of a ticket, oldest first. */
export const Conversation = ({ comments }: { comments: DeskComment[] }) => {
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
          <Letter key={comment.id} comment={comment} />
        ))}
      </Flex>
    </section>
  );
};
