import { Box, Link, Typography } from '@strapi/design-system';
import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { listChats } from '../chat/client';
import { useChatNews } from '../chat/use-chat-news';
import { useLoaded } from '../desk/use-loaded';
import { chatsPath } from '../places';
import { useWords } from '../use-words';

const lookAgainMs = 20_000;

/** How many live chats wait; nothing where they cannot be read. */
export const WaitingChats = () => {
  const say = useWords();
  const { value, reload } = useLoaded(useCallback((signal: AbortSignal) => listChats('waiting', signal), []));
  useChatNews(reload, lookAgainMs);
  if (!value) return null;
  return (
    <Box tag="li">
      <Typography tag="p" variant="beta">
        {value.counts.waiting}
      </Typography>
      <Link tag={RouterLink} to={chatsPath}>
        {say('widget.chats')}
      </Link>
    </Box>
  );
};
