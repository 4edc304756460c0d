import { Box, Flex, Typography } from '@strapi/design-system';
import type { PromiseStanding } from '../../../contracts/service-levels';
import { Card } from '../display/Card';
import { Moment } from '../display/Moment';
import { durationText } from '../service-levels/open-duration';
import { useWords } from '../use-words';

const inks: Record<PromiseStanding['state'], string> = { running: 'neutral800', paused: 'neutral600', met: 'success700', missed: 'danger700' };

const Standing = ({ standing }: { standing: PromiseStanding }) => {
  const say = useWords();
  const { promise, state, targetMinutes, minutesLeft, dueAt } = standing;
  return (
    <Box tag="li">
      <Typography tag="p" fontWeight="bold">
        {say(`promise.${promise}`, { time: durationText(targetMinutes) })}
      </Typography>
      <Typography tag="p" variant="pi" textColor={inks[state]}>
        {say(`standing.${state}`, { time: durationText(minutesLeft ?? 0) })}
        {dueAt && (
          <>
            {' '}
            <Moment at={dueAt} form="full" />
          </>
        )}
      </Typography>
    </Box>
  );
};

/** What was promised on a ticket, and how that stands. Nothing where nothing was. */
export const Promises = ({ promises }: { promises: PromiseStanding[] }) => {
  const say = useWords();
  if (promises.length === 0) return null;
  return (
    <Card title={say('promises.title')}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {promises.map((standing) => (
          <Standing key={standing.promise} standing={standing} />
        ))}
      </Flex>
    </Card>
  );
};
