import { scaleBand, scaleLinear, scalePoint } from 'd3-scale';
import { area, line } from 'd3-shape';

/** One point of time; null where nothing was measured. */
export interface Point {
  label: string;
  value: number | null;
}
/** What is drawn; lengths in units of the view box. */
export interface Drawing {
  bars: { x: number; y: number; width: number; height: number }[];
  line: string;
  area: string;
  dots: { x: number; y: number }[];
}

/** Of the picture; it grows with its place and keeps its shape. */
export const size = { width: 320, height: 96 };
const edge = 5;
const round = (value: number): number => Math.round(value * 10) / 10;

const scaleFor = (points: Point[], most: number | undefined) =>
  scaleLinear()
    .domain([0, most ?? Math.max(1, ...points.flatMap(({ value }) => value ?? []))])
    .range([size.height - edge, edge]);
const places = (points: Point[]): string[] => points.map((_point, index) => String(index));

/** Bars from the ground up; a month with nothing has none. */
export const barsOf = (points: Point[], most?: number): Drawing => {
  const x = scaleBand(places(points), [0, size.width]).paddingInner(0.4).paddingOuter(0.1);
  const y = scaleFor(points, most);
  const bars = points.flatMap(({ value }, index) => (value ? [{ x: round(x(String(index)) ?? 0), y: round(y(value)), width: round(x.bandwidth()), height: round(size.height - y(value)) }] : []));
  return { bars, line: '', area: '', dots: [] };
};

/** A line through what was measured, over months without anything; each month that has something has a dot. */
export const lineOf = (points: Point[], most?: number): Drawing => {
  const x = scalePoint(places(points), [edge, size.width - edge]);
  const y = scaleFor(points, most);
  const known = points.flatMap(({ value }, index) => (value === null ? [] : [{ x: round(x(String(index)) ?? 0), y: round(y(value)) }]));
  const through = line<{ x: number; y: number }>(({ x: across }) => across, ({ y: down }) => down).digits(1);
  const under = area<{ x: number; y: number }>(({ x: across }) => across, size.height, ({ y: down }) => down).digits(1);
  return { bars: [], line: through(known) ?? '', area: known.length > 1 ? (under(known) ?? '') : '', dots: known };
};
