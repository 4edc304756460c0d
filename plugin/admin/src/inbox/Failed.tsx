import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { TicketsChanged } from '../../../contracts/desk';
import { sayCode } from '../desk/refusal';
import { ticketPath } from '../places';
import { useWords } from '../use-words';
import type { Say, Word } from '../use-words';

type FailedOne = TicketsChanged['failed'][number];

const Reference = styled(Link)`
  color: inherit;
  font-weight: ${({ theme }) => theme.fontWeights.bold};
`;

// Which part of the change a ticket did not take says more than that a field is not right.
const byField: Partial<Record<string, Word>> = { snoozeUntil: 'bulk.notSnoozed', addTags: 'bulk.notTagged', assignee: 'bulk.notAssigned', category: 'bulk.notMoved' };

const reasonOf = (failed: FailedOne, say: Say): string => {
  const word = byField[failed.errors[0]?.path ?? ''];
  return word ? say(word) : sayCode(failed, say);
};

/** Which tickets could not be changed, each with why, until that was read. */
export const Failed = ({ failed, onRead }: { failed: FailedOne[]; onRead(): void }) => {
  const say = useWords();
  if (failed.length === 0) return null;
  return (
    <Box role="alert" background="danger100" borderColor="danger200" hasRadius padding={3} width="100%">
      <Flex justifyContent="space-between" alignItems="flex-start" gap={3}>
        <div>
          <Typography tag="p" fontWeight="bold" textColor="danger700">
            {say('bulk.failed', { count: failed.length })}
          </Typography>
          <ul>
            {failed.map((each) => (
              <Typography key={each.reference} tag="li" textColor="danger700">
                <Reference to={ticketPath(each.reference)}>{each.reference}</Reference>: {reasonOf(each, say)}
              </Typography>
            ))}
          </ul>
        </div>
        <Button variant="tertiary" onClick={onRead}>
          {say('bulk.read')}
        </Button>
      </Flex>
    </Box>
  );
};
