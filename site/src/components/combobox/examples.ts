import type { Example } from '@components/example';
import type { Props } from './Combobox.astro';

export const examples: Example<Props>[] = [
  {
    title: 'Around a search field',
    props: { id: 'combobox-list', from: '?suggestions' },
    slot: '<div class="field"><label class="field-label" for="combobox-field">Search with suggestions</label><input class="input" id="combobox-field" type="search"></div>',
  },
];
