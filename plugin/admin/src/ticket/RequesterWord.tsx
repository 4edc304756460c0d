import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { RequesterPanel } from '../../../contracts/desk';
import { useWords } from '../use-words';

/** How the requester found the work on this ticket, and whether our mails reach him. */
export const RequesterWord = ({ panel: { trouble, rating, votes } }: { panel: Pick<RequesterPanel, 'trouble' | 'rating' | 'votes'> }) => {
  const say = useWords();
  const { formatDate } = useIntl();
  return (
    <>
      {trouble && (
        <Box background="warning100" borderColor="warning200" hasRadius padding={2} marginTop={2}>
          <Typography tag="p" variant="pi" textColor="warning700">
            {say(`requester.bounced.${trouble.kind}`, { date: formatDate(trouble.at, { dateStyle: 'medium' }) })}
          </Typography>
        </Box>
      )}
      {rating && (
        <Box paddingTop={2} style={{ overflowWrap: 'anywhere' }}>
          <Typography tag="p" fontWeight="bold">
            {say('requester.rating', { score: rating.score })}
          </Typography>
          {rating.comment && <Typography tag="p" variant="pi">{rating.comment}</Typography>}
        </Box>
      )}
      {votes.helpful + votes.not > 0 && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {say('requester.votes', { helpful: votes.helpful, not: votes.not })}
        </Typography>
      )}
    </>
  );
};
