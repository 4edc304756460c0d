import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { KnowledgeFigures } from '../../../contracts/knowledge-desk';
import type { Loaded } from '../desk/use-loaded';
import { Card } from '../display/Card';
import { Failure } from '../display/Failure';
import { useWords } from '../use-words';
import { deflectionRate } from './deflection-rate';

const Figure = ({ name, value, meaning }: { name: string; value: string; meaning: string }) => (
  <Box flex="1 1 15rem" minWidth="13rem">
    <Typography tag="dt" variant="pi" textColor="neutral600">
      {name}
    </Typography>
    <Typography tag="dd" variant="alpha">
      {value}
    </Typography>
    <Typography tag="dd" variant="pi" textColor="neutral600">
      {meaning}
    </Typography>
  </Box>
);

const Line = ({ figures: { suggestions } }: { figures: KnowledgeFigures }) => {
  const say = useWords();
  const { formatNumber } = useIntl();
  const rate = deflectionRate(suggestions);
  const counted = (['shown', 'opened', 'solved', 'sent'] as const).map((name) => ({ name, value: name === 'shown' ? suggestions.all - suggestions.silent : suggestions[name] }));
  return (
    <Flex tag="dl" gap={5} wrap="wrap" alignItems="flex-start">
      {counted.map(({ name, value }) => (
        <Figure key={name} name={say(`figure.${name}`)} value={formatNumber(value)} meaning={say(`meaning.${name}`)} />
      ))}
      <Figure name={say('figure.rate')} value={rate === null ? '–' : formatNumber(rate, { style: 'percent' })} meaning={say('meaning.rate')} />
    </Flex>
  );
};

/** What answers spared the desk, with what each figure counts. */
export const FigureLine = ({ figures: { value, error, reload } }: { figures: Loaded<KnowledgeFigures> }) => {
  const say = useWords();
  return (
    <Card title={say('figures.title')}>
      {error ? <Failure error={error} onRetry={reload} /> : value ? <Line figures={value} /> : <Typography>{say('loading')}</Typography>}
      {value && value.suggestions.all === 0 && (
        <Box paddingTop={4}>
          <Typography textColor="neutral600">{say('figures.none')}</Typography>
        </Box>
      )}
    </Card>
  );
};
