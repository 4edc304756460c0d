import { Box, Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { ChatLine, ChatShelf } from '../../../contracts/chat';
import { Moment } from '../display/Moment';
import { chatPath } from '../places';
import { useWords } from '../use-words';
import { ChatLink, Unread } from './ChatLink';

interface Props {
  shelf: ChatShelf;
  chats: ChatLine[];
  /** Key of the one that is open. */
  open: string | undefined;
  /** Takes the one that waits longest. */
  onTakeNext(): void;
  taking: boolean;
}

// Cut after its first line: an ellipsis in a line that runs the other way would cut off its beginning.
const Excerpt = styled(Typography)`
  display: -webkit-box;
  overflow: hidden;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 1;
`;

const Line = ({ line, shelf, open }: { line: ChatLine; shelf: ChatShelf; open: string | undefined }) => {
  const say = useWords();
  return (
    <li>
      <ChatLink to={chatPath(line.key, `?shelf=${shelf}`)} aria-current={line.key === open ? 'true' : undefined}>
        <Flex justifyContent="space-between" gap={2}>
          <Typography fontWeight="bold">{line.visitor.name || line.visitor.email || say('chats.guest')}</Typography>
          {line.unread > 0 && <Unread aria-hidden>{line.unread}</Unread>}
        </Flex>
        {line.unread > 0 && <VisuallyHidden>{say('chats.unread', { count: line.unread })}</VisuallyHidden>}
        <Excerpt variant="pi">
          <bdi>{line.excerpt}</bdi>
        </Excerpt>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {shelf === 'waiting' && `${say('chats.since')} `}
          <Moment at={shelf === 'ended' ? line.updatedAt : line.since} />
          {line.agent && shelf !== 'mine' && ` · ${line.agent.name}`}
        </Typography>
      </ChatLink>
    </li>
  );
};

/** The chats of one shelf, and the way to take the next one. */
export const ChatList = ({ shelf, chats, open, onTakeNext, taking }: Props) => {
  const say = useWords();
  return (
    <Box paddingTop={3}>
      {shelf === 'waiting' && chats.length > 0 && (
        <Box paddingBottom={3}>
          <Button fullWidth variant="secondary" loading={taking} onClick={onTakeNext}>
            {say('chats.takeNext')}
          </Button>
        </Box>
      )}
      {chats.length === 0 && <Typography textColor="neutral600">{say(`chats.empty.${shelf}`)}</Typography>}
      <Flex tag="ul" aria-label={say(`chats.shelf.${shelf}`)} direction="column" alignItems="stretch" gap={1}>
        {chats.map((line) => (
          <Line key={line.key} line={line} shelf={shelf} open={open} />
        ))}
      </Flex>
    </Box>
  );
};
