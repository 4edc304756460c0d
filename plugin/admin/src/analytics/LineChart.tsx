import { scaleLinear, scalePoint } from 'd3-scale';
import { area, line } from 'd3-shape';
import { useChartColours } from './chart-colours';
import { useWidth } from './use-width';

/** One line of a chart. */
export interface Series {
  name: string;
  values: number[];
  tone: 'accent' | 'second';
  /** The ground below it is tinted. */
  filled?: boolean;
}
interface Props {
  /** What the picture shows, for who does not see it. */
  label: string;
  /** What stands below each point. */
  names: string[];
  series: Series[];
}

const height = 220;
const margin = { top: 12, right: 12, bottom: 28, left: 44 };

/** Every so many names, so that they do not touch. */
const shownNames = (names: string[], width: number): number[] => {
  const every = Math.max(1, Math.ceil(names.length / Math.max(2, Math.floor(width / 88))));
  return names.flatMap((_name, index) => (index % every === 0 ? [index] : []));
};

/** Lines over time. */
export const LineChart = ({ label, names, series }: Props) => {
  const colours = useChartColours();
  const [ref, width] = useWidth();
  const x = scalePoint<number>().domain(names.map((_name, index) => index)).range([margin.left, width - margin.right]);
  const highest = Math.max(1, ...series.flatMap(({ values }) => values));
  const y = scaleLinear().domain([0, highest]).nice(4).range([height - margin.bottom, margin.top]);
  const at = (index: number): number => x(index) ?? margin.left;
  const lineOf = line<number>().x((_value, index) => at(index)).y((value) => y(value));
  const areaOf = area<number>().x((_value, index) => at(index)).y0(y(0)).y1((value) => y(value));
  return (
    <div ref={ref}>
      <svg direction="ltr" role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        {y.ticks(4).filter(Number.isInteger).map((tick) => (
          <g key={tick}>
            <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} stroke={colours.line} />
            <text x={margin.left - 10} y={y(tick)} dy="0.35em" textAnchor="end" fontSize="12" fill={colours.muted}>
              {tick}
            </text>
          </g>
        ))}
        {shownNames(names, width).map((index) => (
          <text key={index} x={at(index)} y={height - 8} textAnchor={index === 0 ? 'start' : index === names.length - 1 ? 'end' : 'middle'} fontSize="12" fill={colours.muted}>
            {names[index]}
          </text>
        ))}
        {series.filter(({ filled }) => filled).map(({ name, values }) => (
          <path key={name} d={areaOf(values) ?? ''} fill={colours.soft} />
        ))}
        {series.map(({ name, values, tone }) => (
          <path key={name} d={lineOf(values) ?? ''} fill="none" stroke={colours[tone]} strokeWidth={2} strokeLinejoin="round" strokeDasharray={tone === 'second' ? '5 4' : undefined} />
        ))}
        {names.length === 1 && series.map(({ name, values, tone }) => <circle key={name} cx={at(0)} cy={y(values[0] ?? 0)} r={4} fill={colours[tone]} />)}
      </svg>
    </div>
  );
};

/** What each line is: by its stroke as well as its colour. */
export const Legend = ({ name, tone }: Pick<Series, 'name' | 'tone'>) => {
  const colours = useChartColours();
  return (
    <svg direction="ltr" role="presentation" width={name.length * 7.5 + 36} height={20}>
      <line x1={0} x2={24} y1={10} y2={10} stroke={colours[tone]} strokeWidth={2} strokeDasharray={tone === 'second' ? '5 4' : undefined} />
      <text x={32} y={10} dy="0.35em" fontSize="13" fill={colours.ink}>
        {name}
      </text>
    </svg>
  );
};
