import type { Example } from '@components/example';
import type { Props } from './Timeline.astro';

export const examples: Example<Props>[] = [
  {
    title: 'Three events',
    props: {
      now: new Date('2026-11-23T12:00:00Z'),
      items: [
        { text: 'Jonas replied', at: '2026-11-22T16:20:00Z' },
        { text: 'Jonas took over this request', at: '2026-11-20T11:31:00Z' },
        { text: 'You sent this request', at: '2026-11-20T09:12:00Z' },
      ],
    },
  },
];
