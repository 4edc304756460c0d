import { Box, Flex, Status, Typography } from '@strapi/design-system';
import type { StatusProps } from '@strapi/design-system';
import type { TicketState } from '../../../contracts/tickets';
import { useWords } from '../use-words';

const variants: Record<TicketState, NonNullable<StatusProps['variant']>> = {
  new: 'alternative',
  open: 'primary',
  pending: 'warning',
  on_hold: 'secondary',
  solved: 'success',
  closed: 'neutral',
};

/** A ticket's state in a word; the colour only helps. */
export const StateBadge = ({ state }: { state: TicketState }) => {
  const say = useWords();
  return (
    <Status variant={variants[state]} size="XS" display="inline-block">
      <Flex gap={2}>
        <Box aria-hidden width="0.6rem" height="0.6rem" borderRadius="50%" background={`${variants[state]}500`} shrink={0} />
        <Typography variant="pi" fontWeight="bold" textColor="neutral800" style={{ whiteSpace: 'nowrap' }}>
          {say(`state.${state}`)}
        </Typography>
      </Flex>
    </Status>
  );
};
