import { Status, Typography } from '@strapi/design-system';
import type { StatusProps } from '@strapi/design-system';
import type { TicketState } from '../../../contracts/tickets';
import { useWords } from '../use-words';

const variants: Record<TicketState, StatusProps['variant']> = {
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
      <Typography variant="pi" fontWeight="bold" textColor="neutral800" style={{ whiteSpace: 'nowrap' }}>
        {say(`state.${state}`)}
      </Typography>
    </Status>
  );
};
