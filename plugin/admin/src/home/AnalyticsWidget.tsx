import { Box, Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { readAnalytics } from '../analytics/client';
import { useFigureWords } from '../analytics/say-figures';
import { lastDays } from '../analytics/spans';
import { tilesOf } from '../analytics/tiles';
import { useLoaded } from '../desk/use-loaded';

const shown = ['requests', 'solved', 'backlog', 'firstReply', 'satisfaction'] as const;

/** On the admin's home page: the last seven days, beside the seven before. */
const AnalyticsWidget = () => {
  const words = useFigureWords();
  const { value, error } = useLoaded(useCallback((signal: AbortSignal) => readAnalytics(String(new URLSearchParams({ ...lastDays(7) })), signal), []));
  if (error) return <Widget.Error />;
  if (!value) return <Widget.Loading />;
  const tiles = tilesOf(value, words).filter(({ name }) => shown.some((key) => words.say(`analytics.figure.${key}`) === name));
  return (
    <Flex tag="ul" gap={5} wrap="wrap" alignItems="flex-start">
      {tiles.map(({ name, value: told, before }) => (
        <Box key={name} tag="li" minWidth="12rem">
          <Typography tag="p" variant="pi" textColor="neutral600">
            {name}
          </Typography>
          <Typography tag="p" variant="beta">
            {told}
          </Typography>
          {before && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {before}
            </Typography>
          )}
        </Box>
      ))}
    </Flex>
  );
};

export default AnalyticsWidget;
