import type { Example } from '@components/example';
import type { Props } from './TurnBanner.astro';

export const examples: Example<Props>[] = [
  {
    title: 'Waiting for the reader',
    props: {
      tone: 'waiting',
      title: 'We are waiting for you on “Invoice shows the old address”',
      text: 'Since yesterday at 16:20. It closes by itself on 29 November unless you answer.',
      action: { href: '#turn-banner', label: 'Answer now' },
    },
  },
  { title: 'Our turn', props: { tone: 'calm', title: 'It is our turn', text: 'We answer as soon as we can. You can add something at any time.' } },
  { title: 'Done', props: { tone: 'done', title: 'Nothing to do', text: 'This request is finished.', action: { href: '#turn-banner', label: 'Reopen request' }, actionVariant: 'secondary' } },
];
