import { Box, Flex, Typography } from '@strapi/design-system';
import type { TicketSummary } from '../../../contracts/tickets';
import { useWords } from '../use-words';
import { Moment } from './Moment';

/** Whose turn it is and since when; nothing once a ticket is done. */
export const TurnMarker = ({ turn, turnSince }: Pick<TicketSummary, 'turn' | 'turnSince'>) => {
  const say = useWords();
  if (turn === 'nobody') return null;
  const waiting = turn === 'agent';
  return (
    <Flex gap={2} inline>
      {waiting && <Box aria-hidden width="0.8rem" height="0.8rem" borderRadius="50%" background="warning500" shrink={0} />}
      <Typography variant="pi" textColor={waiting ? 'neutral800' : 'neutral600'} fontWeight={waiting ? 'semiBold' : undefined}>
        {say(waiting ? 'turn.agent' : 'turn.requester')} <Moment at={turnSince} form="short" />
      </Typography>
    </Flex>
  );
};
