import type { Example } from '@components/example';
import type { Props } from './DateField.astro';

export const examples: Example<Props>[] = [
  { title: 'Filled', props: { name: 'delivered', label: 'Day of delivery', hint: 'As printed on the delivery note.', value: '2026-11-20' } },
  { title: 'With an error', props: { name: 'delivered-2', label: 'Day of delivery', error: 'Fill in “Day of delivery”' } },
];
