import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { mostCounted } from '../../../contracts/desk-views';
import { listTickets, listViews } from '../desk/client';
import { useMayChat } from '../desk/use-rights';
import { useLoaded } from '../desk/use-loaded';
import { TurnMarker } from '../display/TurnMarker';
import { useNews } from '../live/use-news';
import { inboxPath, ticketPath } from '../places';
import { useWords } from '../use-words';
import { WaitingChats } from './WaitingChats';

const shown = ['mine', 'unassigned', 'turn', 'unread'] as const;
const longestWaiting = { state: 'active', turn: 'agent', snoozed: 'no', sort: 'updatedAt', pageSize: 5 } as const;
const lookAgainMs = 60_000;

/** On the admin's home page: how much waits, and what waits longest. */
const InboxWidget = () => {
  const say = useWords();
  const mayChat = useMayChat();
  const views = useLoaded(useCallback((signal: AbortSignal) => listViews(signal), []));
  const waiting = useLoaded(useCallback((signal: AbortSignal) => listTickets(longestWaiting, signal), []));
  useNews(() => {
    views.reload();
    waiting.reload();
  }, lookAgainMs);
  if (views.error || waiting.error) return <Widget.Error />;
  if (!views.value || !waiting.value) return <Widget.Loading />;
  const { counts } = views.value;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex tag="ul" gap={5} wrap="wrap">
        {shown.map((name) => (
          <Box key={name} tag="li">
            <Typography tag="p" variant="beta">
              {counts[name] >= mostCounted ? `${mostCounted - 1}+` : counts[name]}
            </Typography>
            <Link tag={RouterLink} to={`${inboxPath}?view=${name}`}>
              {say(`view.${name}`)}
            </Link>
          </Box>
        ))}
        {mayChat && <WaitingChats />}
      </Flex>
      {waiting.value.tickets.length === 0 && <Typography textColor="neutral600">{say('empty.turn')}</Typography>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {waiting.value.tickets.map(({ reference, subject, turn, turnSince }) => (
          <Flex key={reference} tag="li" justifyContent="space-between" wrap="wrap" gap={2}>
            <Link tag={RouterLink} to={ticketPath(reference)}>
              <bdi>{subject}</bdi>
            </Link>
            <TurnMarker turn={turn} turnSince={turnSince} />
          </Flex>
        ))}
      </Flex>
    </Flex>
  );
};

export default InboxWidget;
