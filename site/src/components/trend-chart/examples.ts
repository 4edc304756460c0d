import type { Example } from '@components/example';
import type { Props } from './TrendChart.astro';

const months = ['Dec 2025', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov 2026'];
const points = (values: (number | null)[]): Props['points'] => months.map((label, index) => ({ label, value: values[index] ?? null }));

export const examples: Example<Props>[] = [
  { title: 'Bars', props: { id: 'chart-requests', title: 'Requests', text: 'From 0 to 4 a month.', kind: 'bars', points: points([1, 0, 2, 3, 0, 1, 4, 2, 1, 2, 3, 2]) } },
  { title: 'A line over months without anything', props: { id: 'chart-reply', title: 'First reply', text: 'From 40 minutes to 5 hours.', kind: 'line', points: points([120, null, 90, 300, null, 60, 80, 75, 40, 55, 62, 48]) } },
];
