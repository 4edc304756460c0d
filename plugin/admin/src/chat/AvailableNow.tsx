import { Flex, Link, Typography } from '@strapi/design-system';
import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useLoaded } from '../desk/use-loaded';
import { Card } from '../display/Card';
import { Failure } from '../display/Failure';
import { chatsPath } from '../places';
import { useWords } from '../use-words';
import { listChats } from './client';
import { useChatNews } from './use-chat-news';

const lookAgainMs = 20_000;

/** Who takes chats now, and with how many. */
export const AvailableNow = () => {
  const say = useWords();
  const { value, error, reload } = useLoaded(useCallback((signal: AbortSignal) => listChats('waiting', signal), []));
  useChatNews(reload, lookAgainMs);
  if (error && !value) return <Failure error={error} onRetry={reload} />;
  return (
    <Card
      title={say('chats.availableNow')}
      action={
        <Link tag={RouterLink} to={chatsPath}>
          {say('chats.toChats')}
        </Link>
      }
    >
      {value?.available.length === 0 && <Typography>{say('chats.nobodyAvailable')}</Typography>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {(value?.available ?? []).map(({ id, name, open, most }) => (
          <Typography key={id} tag="li">
            {say('chats.colleague', { name, open, most })}
          </Typography>
        ))}
      </Flex>
    </Card>
  );
};
