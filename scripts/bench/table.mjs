import { ratioOf } from './rounds.mjs';

const number = (value, digits = 0) => value.toLocaleString('en-GB', { maximumFractionDigits: digits, minimumFractionDigits: digits });

const promise = ({ promised, promisedPerSecond, promisedP99 }) => {
  if (promised) return `≥ ${promised}`;
  return promisedPerSecond ? `≥ ${promisedPerSecond}/s, p99 < ${promisedP99} ms` : '';
};

const row = (measure, results) => {
  const own = results.get(measure.from ?? measure.key ?? measure.name);
  if (!own || own.absent) return [measure.name, 'absent', '', '', '', own?.absent ?? ''];
  const floor = results.get(measure.floor);
  const ratio = floor?.perSecond ? `${number(ratioOf(own, floor), 2)} × ${measure.floor}` : '';
  const note = [own.note, own.refused ? `${own.refused} not answered with 2xx` : ''].filter(Boolean).join(', ');
  return [measure.name, number(own.perSecond), measure.from ? '' : `${own.p50} / ${own.p99}`, ratio, promise(measure), note];
};

const lines = (cells) => `| ${cells.join(' | ')} |`;

/** Markdown table of one data set. Figures only: whether a promise holds is for the reader to judge. */
export const tableOf = (measures, results) =>
  [
    lines(['measure', 'requests/s', 'p50 / p99 ms', 'ratio', 'promised', 'note']),
    '|---|---:|---:|---:|---|---|',
    ...measures.map((measure) => lines(row(measure, results))),
  ].join('\n');
