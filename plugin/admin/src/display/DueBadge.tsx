import { Flex, Typography } from '@strapi/design-system';
import { Clock } from '@strapi/icons';
import type { Due } from '../../../contracts/service-levels';
import { useWords } from '../use-words';
import { Moment } from './Moment';

/** When the next thing on a ticket is due; what is late or nearly so stands out, in words too. */
export const DueBadge = ({ due }: { due: Due }) => {
  const say = useWords();
  const now = Date.now();
  const late = Date.parse(due.at) <= now;
  const soon = !late && Date.parse(due.warnAt) <= now;
  const color = late ? 'danger700' : soon ? 'warning700' : 'neutral600';
  return (
    <Flex gap={1} inline>
      {(late || soon) && <Clock aria-hidden width="1.4rem" height="1.4rem" fill={late ? 'danger600' : 'warning600'} />}
      <Typography variant="pi" textColor={color} fontWeight={late || soon ? 'bold' : undefined}>
        {say(late ? `late.${due.promise}` : `due.${due.promise}`)} <Moment at={due.at} />
      </Typography>
    </Flex>
  );
};
