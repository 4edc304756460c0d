import type { Example } from '@components/example';
import type { Props } from './Breadcrumb.astro';

export const examples: Example<Props>[] = [
  { title: 'One level', props: { items: [{ label: 'Your requests', href: '#breadcrumb' }, { label: 'R-2K7F9Q' }] } },
];
