import { Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import type { ChatLine } from '../../../contracts/chat';
import { chatPath } from '../places';
import { useWords } from '../use-words';
import { ChatLink, Unread } from './ChatLink';

/** The agent's own chats beside each other, each with its number on the keyboard and what is new in it. */
export const MyChats = ({ chats, open, search }: { chats: ChatLine[]; open: string | undefined; search: string }) => {
  const say = useWords();
  if (chats.length === 0) return null;
  return (
    <nav aria-label={say('chats.mineTitle')}>
      <Flex tag="ul" wrap="wrap" gap={1} paddingBottom={3}>
        {chats.map(({ key, visitor, unread }, index) => (
          <li key={key}>
            <ChatLink to={chatPath(key, search)} aria-current={key === open ? 'true' : undefined} aria-keyshortcuts={index < 9 ? `Alt+${index + 1}` : undefined}>
              <Flex gap={2} inline>
                {index < 9 && (
                  <Typography variant="pi" textColor="neutral600" aria-hidden>
                    {index + 1}
                  </Typography>
                )}
                <Typography fontWeight={unread > 0 ? 'bold' : undefined}>{visitor.name || visitor.email || say('chats.guest')}</Typography>
                {unread > 0 && <Unread aria-hidden>{unread}</Unread>}
              </Flex>
              {unread > 0 && <VisuallyHidden>{say('chats.unread', { count: unread })}</VisuallyHidden>}
            </ChatLink>
          </li>
        ))}
      </Flex>
    </nav>
  );
};
