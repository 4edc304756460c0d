import type { Example } from '@components/example';
import type { Props } from './SearchForm.astro';

export const examples: Example<Props>[] = [
  { title: 'On the home page', props: { action: '#search-form', label: 'Search for help', landmark: 'Everything', id: 'search-home', hint: 'For example “change delivery address”' } },
  { title: 'Above a list', props: { action: '#search-form', label: 'Search your requests', landmark: 'Requests', id: 'search-list', compact: true, variant: 'secondary', value: 'invoice' } },
];
