import type { Example } from '@components/example';
import type { Props } from './ErrorSummary.astro';

export const examples: Example<Props>[] = [
  {
    title: 'Fields to mend',
    props: {
      focus: false,
      errors: [
        { field: 'email', message: 'Enter an email address in the form name@example.com' },
        { field: 'subject', message: 'Enter a subject' },
      ],
    },
  },
  { title: 'No field to blame', props: { focus: false, text: 'This page was open too long. Nothing was sent, and what you typed is still here.' } },
];
