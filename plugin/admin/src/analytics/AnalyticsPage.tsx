import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { Analytics } from '../../../contracts/analytics';
import { useLoaded } from '../desk/use-loaded';
import { Failure } from '../display/Failure';
import { AnalyticsFile } from './AnalyticsFile';
import { ArticlesCard } from './ArticlesCard';
import { Charts } from './Charts';
import { readAnalytics } from './client';
import { DeflectionCard } from './DeflectionCard';
import { FigureGrid } from './FigureGrid';
import { PartsCard, usePartName } from './PartsCard';
import { useFigureWords } from './say-figures';
import { SpanControls } from './SpanControls';
import { useAnalyticsQuery } from './use-analytics-query';
import type { AnalyticsQueryState } from './use-analytics-query';

/** To which part the page is narrowed, and the way back to all. */
const Narrowed = ({ part, query }: { part: NonNullable<Analytics['part']>; query: AnalyticsQueryState }) => {
  const { say } = useFigureWords();
  const nameOf = usePartName();
  return (
    <Flex gap={3} wrap="wrap">
      <Typography fontWeight="bold">{say('analytics.only', { by: say(`analytics.by.${part.by}`), name: nameOf(part) })}</Typography>
      <Button variant="tertiary" size="S" onClick={() => query.set({ by: null, value: null })}>
        {say('analytics.all')}
      </Button>
    </Flex>
  );
};

const Found = ({ found, query }: { found: Analytics; query: AnalyticsQueryState }) => {
  const { say } = useFigureWords();
  return (
    <>
      {found.part && <Narrowed part={found.part} query={query} />}
      {!found.complete && <Typography textColor="neutral600">{say('analytics.incomplete')}</Typography>}
      <FigureGrid found={found} />
      <Charts found={found} />
      <DeflectionCard found={found} />
      <PartsCard query={query} />
      <ArticlesCard articles={found.articles} />
    </>
  );
};

/** What the desk comes to between two dates. */
export const AnalyticsPage = () => {
  const { say, longDay } = useFigureWords();
  const query = useAnalyticsQuery();
  const { value, error, loading, reload } = useLoaded(useCallback((signal: AbortSignal) => readAnalytics(query.search, signal), [query.search]));
  const { from, to } = query.span;
  const subtitle = say('analytics.subtitle', { from: longDay(from), to: longDay(to), zone: value?.timeZone ?? '' });
  return (
    <Page.Main aria-busy={loading}>
      <Page.Title>{say('analytics.title')}</Page.Title>
      <Layouts.Header title={say('analytics.title')} subtitle={subtitle} primaryAction={<AnalyticsFile query={query} />} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <SpanControls query={query} />
          {error ? <Failure error={error} onRetry={reload} /> : value ? <Found found={value} query={query} /> : <Typography>{say('loading')}</Typography>}
        </Flex>
        <Box paddingBottom={8} />
      </Layouts.Content>
    </Page.Main>
  );
};
