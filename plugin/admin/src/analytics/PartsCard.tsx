import { Box, Link } from '@strapi/design-system';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { dimensions } from '../../../contracts/analytics';
import type { NamedPart, PartFigures } from '../../../contracts/analytics';
import { useLoaded } from '../desk/use-loaded';
import { Card } from '../display/Card';
import { Failure } from '../display/Failure';
import { LinkTabs } from '../display/LinkTabs';
import { useWords } from '../use-words';
import { readParts } from './client';
import { DataTable } from './DataTable';
import { allPromises, averageOf, shareOf, useFigureWords } from './say-figures';
import type { AnalyticsQueryState } from './use-analytics-query';

/** What a part is called; what is gone says so, and so does what belongs to none. */
export const usePartName = (): ((part: NamedPart) => string) => {
  const say = useWords();
  const { formatDisplayName } = useIntl();
  return ({ by, value, name }) => {
    if (name === null) return say('analytics.removed', { value });
    if (name === '') return say(by === 'agent' ? 'assignee.nobody' : 'analytics.none');
    return by === 'language' ? (formatDisplayName(value, { type: 'language' }) ?? value) : name;
  };
};

/** The figures of each segment, category, agent or language; a name narrows the page to it. */
export const PartsCard = ({ query }: { query: AnalyticsQueryState }) => {
  const { say, count, share, points, median } = useFigureWords();
  const nameOf = usePartName();
  const { value, error, reload } = useLoaded(useCallback((signal: AbortSignal) => readParts(query.partsSearch, signal), [query.partsSearch]));
  const tabs = dimensions.map((each) => ({ to: query.linkTo({ parts: each }), label: say(`analytics.by.${each}`), current: each === query.parts }));
  const columns = [say(`analytics.by.${query.parts}`), ...(['requests', 'solved', 'backlog', 'reopened', 'firstReply', 'resolution', 'satisfaction', 'promises'] as const).map((key) => say(`analytics.short.${key}`))];
  const rowOf = (part: PartFigures) => {
    const { opened, resolved, backlog, reopened, firstReply, resolution, ratings } = part.figures;
    return {
      key: part.value,
      head: (
        <Link tag={RouterLink} to={query.linkTo({ by: part.by, value: part.value })}>
          {nameOf(part)}
        </Link>
      ),
      cells: [count(opened), count(resolved), count(backlog), count(reopened), median(firstReply), median(resolution), points(averageOf(ratings)), share(shareOf(allPromises(part.figures)))],
    };
  };
  return (
    <Card title={say('analytics.parts')}>
      <LinkTabs label={say('analytics.parts')} tabs={tabs} />
      <Box paddingTop={3}>
        {error ? <Failure error={error} onRetry={reload} /> : <DataTable caption={say(`analytics.listed.${query.parts}`)} columns={columns} rows={(value ?? []).filter(({ by }) => by === query.parts).map(rowOf)} />}
      </Box>
    </Card>
  );
};
