import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Analytics, Deflection } from '../../../contracts/analytics';
import { BarRows } from './BarRows';
import type { Bar } from './BarRows';
import { ChartCard } from './ChartCard';
import { useFigureWords } from './say-figures';
import type { FigureWords } from './say-figures';

const Two = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 36rem), 1fr));
  gap: ${({ theme }) => theme.spaces[6]};
`;

const barOf = (words: FigureWords, name: string, value: number, of: number): Bar => ({ name, value, told: of === 0 ? '–' : `${words.count(value)} · ${words.share(value / of)}` });

const searchBars = (words: FigureWords, searches: NonNullable<Deflection['searches']>): Bar[] =>
  (['all', 'found', 'opened'] as const).map((name) => barOf(words, words.say(`analytics.search.${name}`), searches[name], searches.all));
const suggestionBars = (words: FigureWords, suggestions: NonNullable<Deflection['suggestions']>): Bar[] =>
  (['all', 'offered', 'opened', 'spared', 'solved', 'left', 'sent'] as const).map((name) => barOf(words, words.say(`analytics.suggestion.${name}`), suggestions[name], suggestions.all));

const Half = ({ title, bars, unknown }: { title: string; bars: Bar[] | null; unknown: string }) => (
  <Box>
    <Box paddingBottom={2}>
      <Typography tag="h3" variant="omega" fontWeight="bold">
        {title}
      </Typography>
    </Box>
    {bars ? <BarRows label={title} bars={bars} /> : <Typography textColor="neutral600">{unknown}</Typography>}
  </Box>
);

/** From a search, and from a request that was being written, to an answer or a ticket. */
export const DeflectionCard = ({ found: { deflection } }: { found: Analytics }) => {
  const words = useFigureWords();
  const { say } = words;
  const [searches, suggestions] = [deflection.searches && searchBars(words, deflection.searches), deflection.suggestions && suggestionBars(words, deflection.suggestions)];
  const halves = [{ title: say('analytics.searches'), bars: searches }, { title: say('analytics.suggestions'), bars: suggestions }];
  const rows = halves.flatMap(({ title, bars }) => (bars ?? []).map(({ name, told }) => ({ key: `${title} ${name}`, head: `${title}: ${name}`, cells: [told] })));
  return (
    <ChartCard title={say('analytics.chart.deflection')} meaning={say('analytics.meaning.deflection')} columns={[say('analytics.step.funnel'), say('analytics.count')]} rows={rows} empty={rows.length === 0 ? say('analytics.unknownPart') : null}>
      <Two>
        {halves.map((half) => (
          <Half key={half.title} {...half} unknown={say('analytics.unknownPart')} />
        ))}
      </Two>
      {(deflection.suggestions?.waiting ?? 0) > 0 && (
        <Flex paddingTop={3}>
          <Typography variant="pi" textColor="neutral600">
            {say('analytics.waiting', { count: deflection.suggestions?.waiting ?? 0 })}
          </Typography>
        </Flex>
      )}
    </ChartCard>
  );
};
