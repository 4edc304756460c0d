import { Box, EmptyStateLayout } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import type { Gaps } from '../../../contracts/knowledge-desk';
import type { Loaded } from '../desk/use-loaded';
import { Failure } from '../display/Failure';
import { useWords } from '../use-words';
import { SearchGapRow, SuggestionGapRow } from './GapRows';
import { StaleRow, UnhelpfulRow } from './ArticleRows';
import type { Board } from './use-board-query';

const rowsOf = (gaps: Gaps, board: Board) => {
  switch (board) {
    case 'searches':
      return gaps.searches.map((each) => <SearchGapRow key={each.gap} of={each} />);
    case 'suggestions':
      return gaps.suggestions.map((each) => <SuggestionGapRow key={each.gap} of={each} />);
    case 'unhelpful':
      return gaps.unhelpful.map((each) => <UnhelpfulRow key={each.article.document} of={each} />);
    case 'stale':
      return gaps.stale.map((each) => <StaleRow key={`${each.article.document} ${each.article.language}`} of={each} />);
  }
};

/** One list of the gap board, or what will be in it. */
export const BoardList = ({ gaps: { value, error, reload }, board }: { gaps: Loaded<Gaps>; board: Board }) => {
  const say = useWords();
  if (error) return <Failure error={error} onRetry={reload} />;
  if (!value) return <Page.Loading>{say('loading')}</Page.Loading>;
  if (value[board].length === 0) return <EmptyStateLayout content={say(`lack.${board}`)} />;
  return (
    <Box tag="ul" aria-label={say(`board.${board}`)} background="neutral0" hasRadius borderColor="neutral150" marginTop={4}>
      {rowsOf(value, board)}
    </Box>
  );
};
