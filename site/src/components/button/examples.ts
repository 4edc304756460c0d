import type { Example } from '@components/example';
import type { Props } from './Button.astro';

export const examples: Example<Props>[] = [
  { title: 'Primary', props: {}, slot: 'Send reply' },
  { title: 'Secondary', props: { variant: 'secondary', type: 'button' }, slot: 'Keep it open' },
  { title: 'Quiet', props: { variant: 'quiet', type: 'button' }, slot: 'Discard draft' },
  { title: 'Danger', props: { variant: 'danger', type: 'button' }, slot: 'Close request' },
  { title: 'Link', props: { href: '#button', variant: 'secondary', wide: true }, slot: 'New request' },
];
