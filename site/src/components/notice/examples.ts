import type { Example } from '@components/example';
import type { Props } from './Notice.astro';

export const examples: Example<Props>[] = [
  { title: 'Success', props: { tone: 'success', text: 'Your reply is sent.' } },
  { title: 'Info', props: { tone: 'info', text: 'We kept what you wrote before.' } },
  { title: 'Warning', props: { tone: 'warn', title: 'Your session ends in 2 minutes', text: 'What you typed is kept.' } },
];
