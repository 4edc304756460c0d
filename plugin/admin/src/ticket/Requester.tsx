import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { DeskTicketDetail } from '../../../contracts/desk';
import { Card } from '../display/Card';
import { StateBadge } from '../display/StateBadge';
import { ticketPath } from '../places';
import { useWords } from '../use-words';
import { Participants } from './Participants';
import { RequesterFacts } from './RequesterFacts';

interface Props {
  reference: string;
  requester: DeskTicketDetail['requester'];
  others: DeskTicketDetail['requesterTickets'];
  participants: string[];
}

const Others = ({ others }: Pick<Props, 'others'>) => {
  const say = useWords();
  return (
    <Box paddingTop={4}>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {say('requester.others')}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={2}>
        {others.map(({ reference, subject, state }) => (
          <Flex key={reference} tag="li" justifyContent="space-between" alignItems="flex-start" gap={3}>
            <Link tag={RouterLink} to={ticketPath(reference)}>
              <bdi>{subject}</bdi>
            </Link>
            <StateBadge state={state} />
          </Flex>
        ))}
      </Flex>
    </Box>
  );
};

/** Who asks, and what else this person asked. */
export const Requester = ({ reference, requester, others, participants }: Props) => {
  const say = useWords();
  return (
    <Card title={say('requester.title')}>
      <Typography tag="p" fontWeight="bold">
        {requester.name}
      </Typography>
      {/* Of an erased customer there is no address, and nothing else to know. */}
      {requester.email !== '' && <Link href={`mailto:${requester.email}`}>{requester.email}</Link>}
      {requester.email !== '' && <RequesterFacts reference={reference} />}
      <Participants addresses={participants} />
      {others.length > 0 && <Others others={others} />}
    </Card>
  );
};
