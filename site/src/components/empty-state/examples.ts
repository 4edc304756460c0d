import type { Example } from '@components/example';
import type { Props } from './EmptyState.astro';

export const examples: Example<Props>[] = [
  {
    title: 'With an action',
    props: { title: 'No requests yet', text: 'What you ask us will be listed here, with our answers and whose turn it is.' },
    slot: '<a class="button primary" href="#empty-state">New request</a>',
  },
];
