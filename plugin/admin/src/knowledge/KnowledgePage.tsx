import { Box, Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useLoaded } from '../desk/use-loaded';
import { useReloadOnReturn } from '../desk/use-reload-on-return';
import { Choice } from '../display/Choice';
import { LinkTabs } from '../display/LinkTabs';
import { useWords } from '../use-words';
import { BoardList } from './BoardList';
import { readFigures, readGaps } from './client';
import type { Days } from './client';
import { FigureLine } from './FigureLine';
import { IndexHealth } from './IndexHealth';
import { boards, spans, useBoardQuery } from './use-board-query';

/** What readers looked for: what answers spared the desk, what is missing, and whether the search is up to date. */
export const KnowledgePage = () => {
  const say = useWords();
  const { board, days, linkTo, setDays } = useBoardQuery();
  const gaps = useLoaded(useCallback((signal: AbortSignal) => readGaps(days, signal), [days]));
  const figures = useLoaded(useCallback((signal: AbortSignal) => readFigures(days, signal), [days]));
  useReloadOnReturn(gaps.reload);
  const span = (
    <Box minWidth="18rem">
      <Choice<Days> size="S" label={say('knowledge.span')} value={days} options={spans.map((value) => ({ value, label: say('knowledge.days', { count: Number(value) }) }))} onChange={setDays} />
    </Box>
  );
  const tabs = boards.map((each) => ({ to: linkTo(each), label: `${say(`board.${each}`)}${gaps.value ? ` (${gaps.value[each].length})` : ''}`, current: each === board }));
  return (
    <Page.Main aria-busy={gaps.loading || figures.loading}>
      <Page.Title>{say('knowledge.title')}</Page.Title>
      <Layouts.Header title={say('knowledge.title')} subtitle={say('knowledge.subtitle')} primaryAction={span} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <FigureLine figures={figures} />
          <Box>
            <LinkTabs label={say('board.title')} tabs={tabs} />
            <BoardList gaps={gaps} board={board} />
          </Box>
          <IndexHealth />
        </Flex>
        <Box paddingBottom={8} />
      </Layouts.Content>
    </Page.Main>
  );
};
