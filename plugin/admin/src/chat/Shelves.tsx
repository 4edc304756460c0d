import { Flex, Typography } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import { chatShelves } from '../../../contracts/chat';
import type { ChatCounts, ChatShelf } from '../../../contracts/chat';
import { chatPath, chatsPath } from '../places';
import { useWords } from '../use-words';
import { ChatLink } from './ChatLink';

/** Which shelf is open; it stands in the address. */
export const useShelf = (): ChatShelf => {
  const [search] = useSearchParams();
  return chatShelves.find((each) => each === search.get('shelf')) ?? 'waiting';
};

/** The shelves with how many chats each holds; opening one leaves the chat that is open where it is. */
export const Shelves = ({ current, counts, open }: { current: ChatShelf; counts: ChatCounts | undefined; open: string | undefined }) => {
  const say = useWords();
  const addressOf = (shelf: ChatShelf): string => (open ? chatPath(open, `?shelf=${shelf}`) : `${chatsPath}?shelf=${shelf}`);
  return (
    <nav aria-label={say('chats.shelves')}>
      <Flex tag="ul" wrap="wrap" gap={1}>
        {chatShelves.map((shelf) => (
          <li key={shelf}>
            <ChatLink to={addressOf(shelf)} aria-current={shelf === current ? 'page' : undefined}>
              {say(`chats.shelf.${shelf}`)}{' '}
              {shelf !== 'ended' && counts && (
                <Typography tag="span" textColor="neutral600">
                  {counts[shelf]}
                </Typography>
              )}
            </ChatLink>
          </li>
        ))}
      </Flex>
    </nav>
  );
};
