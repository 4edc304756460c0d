import type { Example } from '@components/example';
import type { Props } from './Avatar.astro';

export const examples: Example<Props>[] = [
  { title: 'Customer', props: { name: 'Cora' } },
  { title: 'Agent', props: { name: 'Jonas', tone: 'accent' } },
];
