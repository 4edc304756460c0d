import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { DeskComment, HeldReply } from '../../../contracts/desk';
import { useWords } from '../use-words';

interface Props {
  comments: DeskComment[];
  held: HeldReply[];
  sending: boolean;
  onSend(): void;
}

/** What was written while the agent wrote, before a reply goes out that does not know of it. */
export const NewerMessages = ({ comments, held, sending, onSend }: Props) => {
  const say = useWords();
  const news = [...comments.map(({ id, author, body }) => ({ id, name: author.name, body })), ...held.map(({ id, agent, body }) => ({ id, name: agent.name, body }))];
  return (
    <Box role="alert" background="warning100" borderColor="warning200" hasRadius padding={4} width="100%">
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography fontWeight="bold" textColor="neutral800">
          {say('newer.title')}
        </Typography>
        {news.map(({ id, name, body }) => (
          <Box key={id} tag="blockquote" background="neutral0" hasRadius padding={3}>
            <Typography tag="p" variant="pi" fontWeight="bold">
              {name}
            </Typography>
            <Typography tag="p" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {body.length > 600 ? `${body.slice(0, 600)}…` : body}
            </Typography>
          </Box>
        ))}
        <Box>
          <Button variant="secondary" loading={sending} onClick={onSend}>
            {say('newer.send')}
          </Button>
        </Box>
      </Flex>
    </Box>
  );
};
