import type { SearchGap, SuggestionGap } from '../../../contracts/knowledge-desk';
import { useWords } from '../use-words';
import { BoardRow } from './BoardRow';
import { DraftButton } from './DraftButton';
import { Span } from './Span';

/** A query for which nothing was found, or nothing worth opening. */
export const SearchGapRow = ({ of: { gap, query, language, searches, withoutResult, withoutOpening, firstAt, lastAt, taken } }: { of: SearchGap }) => {
  const say = useWords();
  const counts = [say('gap.searches', { count: searches }), withoutResult > 0 && say('gap.withoutResult', { count: withoutResult }), withoutOpening > 0 && say('gap.withoutOpening', { count: withoutOpening }), language];
  const facts = (
    <>
      {counts.filter(Boolean).join(' · ')} · <Span firstAt={firstAt} lastAt={lastAt} />
    </>
  );
  return <BoardRow title={query} facts={facts} action={<DraftButton gap={gap} about={query} taken={taken} />} />;
};

/** Tickets of a category that were sent although answers were looked for. */
export const SuggestionGapRow = ({ of: { gap, category, silent, ignored, subjects, firstAt, lastAt, taken } }: { of: SuggestionGap }) => {
  const say = useWords();
  const title = category?.name ?? say('gap.noCategory');
  const counts = [silent > 0 && say('gap.silent', { count: silent }), ignored > 0 && say('gap.ignored', { count: ignored })];
  const facts = (
    <>
      {counts.filter(Boolean).join(' · ')} · <Span firstAt={firstAt} lastAt={lastAt} />
    </>
  );
  return <BoardRow title={title} facts={facts} words={subjects} action={<DraftButton gap={gap} about={title} taken={taken} />} />;
};
