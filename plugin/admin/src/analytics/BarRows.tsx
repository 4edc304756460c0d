import { scaleLinear } from 'd3-scale';
import { useChartColours } from './chart-colours';
import { useWidth } from './use-width';

/** One bar. */
export interface Bar {
  name: string;
  value: number;
  /** What stands at its end. */
  told: string;
}

const rowHeight = 34;
/** The chart runs from left to right in every language, its words run their own way. SVG has no `bdi`. */
const isolated = (words: string): string => `\u2068${words}\u2069`;

/** Bars below each other, with their names above: read at any width. */
export const BarRows = ({ label, bars }: { label: string; bars: Bar[] }) => {
  const colours = useChartColours();
  const [ref, width] = useWidth();
  const x = scaleLinear().domain([0, Math.max(1, ...bars.map(({ value }) => value))]).range([0, width]);
  return (
    <div ref={ref}>
      <svg direction="ltr" role="img" aria-label={label} width={width} height={bars.length * rowHeight} viewBox={`0 0 ${width} ${bars.length * rowHeight}`}>
        {bars.map(({ name, value, told }, index) => (
          <g key={name} transform={`translate(0 ${index * rowHeight})`}>
            <text x={0} y={15} fontSize="13" fill={colours.ink}>
              {isolated(name)}
            </text>
            <text x={width} y={15} textAnchor="end" fontSize="13" fill={colours.ink}>
              {isolated(told)}
            </text>
            <rect x={0} y={21} width={width} height={5} rx={2.5} fill={colours.line} />
            {value > 0 && <rect x={0} y={21} width={Math.max(5, x(value))} height={5} rx={2.5} fill={colours.accent} />}
          </g>
        ))}
      </svg>
    </div>
  );
};
