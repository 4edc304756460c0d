import { useIntl } from 'react-intl';

type Unit = 'year' | 'month' | 'day' | 'hour' | 'minute';
const seconds: [Unit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** The largest unit that fits, with the signed number of it; under a minute is "this minute". */
const distance = (at: Date, now: Date): [number, Unit] => {
  const passed = (at.getTime() - now.getTime()) / 1000;
  const [unit, length] = seconds.find(([, each]) => Math.abs(passed) >= each) ?? ['minute', Infinity];
  return [Math.trunc(passed / length) || 0, unit];
};

interface Props {
  /** ISO 8601. */
  at: string;
  /** `relative`: "2 hours ago"; `short`: the time today, else the day; `full`: day and time. */
  form?: 'relative' | 'short' | 'full';
}

/** A point in time as people say it; the exact one shows on hover. */
export const Moment = ({ at, form = 'relative' }: Props) => {
  const { formatDate, formatRelativeTime } = useIntl();
  const date = new Date(at);
  const now = new Date();
  const exact = formatDate(date, { dateStyle: 'medium', timeStyle: 'short' });
  const today = date.toDateString() === now.toDateString();
  const short = today ? formatDate(date, { timeStyle: 'short' }) : formatDate(date, { dateStyle: 'medium' });
  const relative = formatRelativeTime(...distance(date, now), { numeric: 'auto' });
  return (
    <time dateTime={at} title={exact}>
      {{ relative, short, full: exact }[form]}
    </time>
  );
};
