import { Typography } from '@strapi/design-system';
import type { TicketSummary } from '../../../contracts/tickets';
import { useWords } from '../use-words';
import { Moment } from './Moment';

/** Whose turn it is and since when; nothing once a ticket is done. */
export const TurnMarker = ({ turn, turnSince }: Pick<TicketSummary, 'turn' | 'turnSince'>) => {
  const say = useWords();
  if (turn === 'nobody') return null;
  const waiting = turn === 'agent';
  return (
    <Typography variant="pi" textColor={waiting ? 'warning700' : 'neutral600'} fontWeight={waiting ? 'semiBold' : undefined}>
      {say(waiting ? 'turn.agent' : 'turn.requester')} <Moment at={turnSince} form="short" />
    </Typography>
  );
};
