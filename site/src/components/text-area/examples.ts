import type { Example } from '@components/example';
import type { Props } from './TextArea.astro';

export const examples: Example<Props>[] = [
  { title: 'Plain', props: { name: 'description', label: 'Description', hint: 'What did you do, what happened, and what did you expect?' } },
  { title: 'With a limit', props: { name: 'short-note', label: 'Note for the driver', rows: 3, maxlength: 120, value: 'Please ring at the second door. The first one belongs to the bakery next to us.' } },
  { title: 'With an error', props: { name: 'reply', label: 'Your reply', rows: 3, error: 'Write something before you send it' } },
];
