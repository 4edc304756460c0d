import type { Example } from '@components/example';
import type { Props } from './TextField.astro';

export const examples: Example<Props>[] = [
  { title: 'Plain', props: { name: 'subject', label: 'Subject', hint: 'One line that says what it is about.' } },
  { title: 'Optional', props: { name: 'order', label: 'Order number', optional: true, short: true } },
  {
    title: 'With an error',
    props: { name: 'email', label: 'Email address', type: 'email', autocomplete: 'email', value: 'cora', error: 'Enter an email address in the form name@example.com' },
  },
];
