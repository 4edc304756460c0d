import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { LeadTicket } from '../../../contracts/merging';
import { separateTicket } from '../desk/client';
import { sayRefusal } from '../desk/refusal';
import { Problem } from '../display/Problem';
import { ticketPath } from '../places';
import { useWords } from '../use-words';

interface Props {
  reference: string;
  lead: LeadTicket;
  maySeparate: boolean;
  reload(): void;
}

/** Says in which ticket this one is worked on, and ends it. */
export const LeadBanner = ({ reference, lead, maySeparate, reload }: Props) => {
  const say = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const separate = (): Promise<void> => separateTicket(reference).then(reload, (error: unknown) => setProblem(sayRefusal(error, say)));
  return (
    <Box background="primary100" borderColor="primary200" hasRadius padding={5} width="100%">
      <Flex justifyContent="space-between" alignItems="center" wrap="wrap" gap={3}>
        <Box>
          <Typography tag="p" textColor="neutral800">
            {say('lead.text', { name: lead.requester })}
          </Typography>
          <Link tag={RouterLink} to={ticketPath(lead.reference)}>{`${lead.reference} ${lead.subject}`}</Link>
        </Box>
        {maySeparate && (
          <Button variant="tertiary" onClick={() => void separate()}>
            {say('lead.separate')}
          </Button>
        )}
      </Flex>
      {problem && <Problem>{problem}</Problem>}
    </Box>
  );
};
