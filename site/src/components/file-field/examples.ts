import type { Example } from '@components/example';
import type { Props } from './FileField.astro';

export const examples: Example<Props>[] = [
  { title: 'Several files', props: { name: 'files', label: 'Attach files', hint: 'PDF, JPG or PNG. Up to 10 MB each, 5 files at most.', multiple: true, optional: true, types: ['pdf', 'jpg', 'png'] } },
  { title: 'With an error', props: { name: 'files-2', label: 'Attach files', error: 'The file is too large. Choose a smaller one.' } },
];
