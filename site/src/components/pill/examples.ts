import type { Example } from '@components/example';
import type { Props } from './Pill.astro';

export const examples: Example<Props>[] = [
  { title: 'Warn', props: { tone: 'warn', label: 'Waiting for you' } },
  { title: 'Accent', props: { tone: 'accent', label: 'We are working on it' } },
  { title: 'Good', props: { tone: 'good', label: 'Solved' } },
  { title: 'Neutral', props: { tone: 'neutral', label: 'Closed' } },
];
