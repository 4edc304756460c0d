import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { JoinedTicket } from '../../../contracts/merging';
import { StateBadge } from '../display/StateBadge';
import { ticketPath } from '../places';
import { useWords } from '../use-words';
import { Letter } from './Letter';

const Joined = ({ ticket }: { ticket: JoinedTicket }) => {
  const say = useWords();
  return (
    <Box tag="section" aria-label={say('joined.of', { name: ticket.requester.name, reference: ticket.reference })} borderColor="neutral200" hasRadius padding={5} borderStyle="dashed" width="100%">
      <Flex justifyContent="space-between" alignItems="flex-start" gap={3} paddingBottom={2}>
        <Typography tag="h2" variant="delta">
          {say('joined.of', { name: ticket.requester.name, reference: ticket.reference })}
        </Typography>
        <StateBadge state={ticket.state} />
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral700">
        {say('joined.apart', { name: ticket.requester.name })}
      </Typography>
      <Box paddingTop={2} paddingBottom={4}>
        <Link tag={RouterLink} to={ticketPath(ticket.reference)}>
          <bdi>{ticket.subject}</bdi>
        </Link>
      </Box>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {ticket.comments.map((comment) => (
          <Letter key={comment.id} comment={comment} />
        ))}
      </Flex>
    </Box>
  );
};

/** Tickets of other requesters that are worked on in this one, with all that was said there. No customer sees them here. */
export const JoinedTickets = ({ tickets }: { tickets: JoinedTicket[] }) => (
  <>
    {tickets.map((ticket) => (
      <Joined key={ticket.reference} ticket={ticket} />
    ))}
  </>
);
