import { styled } from 'styled-components';
import { durationBounds } from '../../../contracts/analytics';
import type { Analytics, Durations } from '../../../contracts/analytics';
import { BarRows } from './BarRows';
import { ChartCard } from './ChartCard';
import { Legend, LineChart } from './LineChart';
import type { Series } from './LineChart';
import { sayStep, useFigureWords } from './say-figures';

const Two = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 44rem), 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
  align-items: start;
`;

/** Lines with one point for each step of the span. */
const Lines = ({ found, title, meaning, series }: { found: Analytics; title: string; meaning: string; series: Series[] }) => {
  const words = useFigureWords();
  const names = found.series.map(({ from }) => words.day(from));
  const rows = found.series.map(({ from }, index) => ({ key: from, head: words.longDay(from), cells: series.map(({ values }) => words.count(values[index] ?? 0)) }));
  const isEmpty = series.every(({ values }) => values.every((value) => value === 0));
  return (
    <ChartCard
      title={title}
      meaning={meaning}
      columns={[words.say(`analytics.step.${found.step}`), ...series.map(({ name }) => name)]}
      rows={rows}
      empty={isEmpty ? words.say('analytics.nothing') : null}
      legend={series.length > 1 ? series.map(({ name, tone }) => <Legend key={name} name={name} tone={tone} />) : null}
    >
      <LineChart label={title} names={names} series={series} />
    </ChartCard>
  );
};

/** How many took how long; steps beyond the first and last that anything took are left out. */
const Taken = ({ durations, title, meaning }: { durations: Durations; title: string; meaning: string }) => {
  const words = useFigureWords();
  const [first, last] = [durations.steps.findIndex(Boolean), durations.steps.findLastIndex(Boolean)];
  const bars = durations.steps.flatMap((value, index) => {
    if (index < first || index > last) return [];
    return [{ name: sayStep({ from: durationBounds[index - 1] ?? 0, to: durationBounds[index] ?? null }, words.say), value, told: words.count(value) }];
  });
  return (
    <ChartCard title={title} meaning={meaning} columns={[words.say('analytics.time'), words.say('analytics.count')]} rows={bars.map(({ name, told }) => ({ key: name, head: name, cells: [told] }))} empty={durations.count === 0 ? words.say('analytics.nothing') : null}>
      <BarRows label={title} bars={bars} />
    </ChartCard>
  );
};

const Ratings = ({ found }: { found: Analytics }) => {
  const words = useFigureWords();
  const bars = found.figures.ratings.map((value, index) => ({ name: words.say('analytics.points', { count: index + 1 }), value, told: words.count(value) })).reverse();
  const title = words.say('analytics.chart.ratings');
  return (
    <ChartCard title={title} meaning={words.say('analytics.meaning.satisfaction')} columns={[words.say('analytics.rating'), words.say('analytics.count')]} rows={bars.map(({ name, told }) => ({ key: name, head: name, cells: [told] }))} empty={bars.every(({ value }) => value === 0) ? words.say('analytics.nothing') : null}>
      <BarRows label={title} bars={bars} />
    </ChartCard>
  );
};

/** The charts of a span. */
export const Charts = ({ found }: { found: Analytics }) => {
  const { say } = useFigureWords();
  const points = found.series;
  const volume: Series[] = [
    { name: say('analytics.figure.requests'), tone: 'accent', values: points.map(({ opened }) => opened) },
    { name: say('analytics.figure.solved'), tone: 'second', values: points.map(({ resolved }) => resolved) },
  ];
  const backlog: Series[] = [{ name: say('analytics.figure.backlog'), tone: 'accent', filled: true, values: points.map((point) => point.backlog) }];
  return (
    <Two>
      <Lines found={found} title={say('analytics.chart.volume')} meaning={say('analytics.meaning.volume')} series={volume} />
      <Lines found={found} title={say('analytics.chart.backlog')} meaning={say('analytics.meaning.backlog')} series={backlog} />
      <Taken durations={found.figures.firstReply} title={say('analytics.chart.firstReply')} meaning={say('analytics.meaning.firstReply')} />
      <Ratings found={found} />
    </Two>
  );
};
