import type { Example } from '@components/example';
import type { Props } from './SelectField.astro';

const options = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
];
export const examples: Example<Props>[] = [
  { title: 'Chosen', props: { name: 'language', label: 'Language', options, value: 'de' } },
  { title: 'Empty, with an error', props: { name: 'language-2', label: 'Language', options, empty: true, error: 'Choose one of the answers offered for “Language”' } },
];
