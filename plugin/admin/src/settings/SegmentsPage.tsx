import { Box, EmptyStateLayout, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { SegmentList } from '../../../contracts/settings';
import { Failure } from '../display/Failure';
import { Problem } from '../display/Problem';
import { SortableList } from '../display/Sortable';
import { useWords } from '../use-words';
import { NewSegment } from './NewSegment';
import { SegmentRow } from './SegmentRow';
import { useSegments } from './use-segments';
import type { Segments } from './use-segments';
import { useMayChange } from './use-settings-rights';

const Content = ({ list, segments }: { list: SegmentList; segments: Segments }) => {
  const say = useWords();
  const mayChange = useMayChange();
  const move = async (from: number, to: number): Promise<void> => {
    const segment = list.segments[from];
    if (segment) await segments.move(segment, to);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {segments.problem && <Problem>{segments.problem}</Problem>}
      {list.segments.length === 0 ? (
        <EmptyStateLayout content={say('segments.empty')} />
      ) : (
        <SortableList items={list.segments.map(({ name, title }) => ({ id: name, name: title }))} onMove={(from, to) => void move(from, to)}>
          <Box tag="ul" aria-label={say('settings.segments')} background="neutral0" hasRadius borderColor="neutral150">
            {list.segments.map((segment, index) => (
              <SegmentRow key={segment.name} segment={segment} list={list} index={index} last={index === list.segments.length - 1} readOnly={!mayChange} onMove={segments.move} onRemove={segments.remove} />
            ))}
          </Box>
        </SortableList>
      )}
      <Typography textColor="neutral600">{say('segments.standard', { count: list.standard })}</Typography>
      {mayChange && <NewSegment onProblem={segments.setProblem} />}
      <VisuallyHidden>
        <span role="status">{segments.announcement}</span>
      </VisuallyHidden>
    </Flex>
  );
};

/** All segments, in the order in which their rules are asked. */
export const SegmentsPage = () => {
  const say = useWords();
  const segments = useSegments();
  const { value, error, reload } = segments.loaded;
  return (
    <Page.Main>
      <Page.Title>{say('settings.segments')}</Page.Title>
      <Layouts.Header title={say('settings.segments')} subtitle={say('hint.settings.segments')} />
      <Layouts.Content>{error ? <Failure error={error} onRetry={reload} /> : value ? <Content list={value} segments={segments} /> : <Page.Loading>{say('loading')}</Page.Loading>}</Layouts.Content>
    </Page.Main>
  );
};
