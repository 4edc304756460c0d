import type { Example } from '@components/example';
import type { Props } from './Field.astro';

export const examples: Example<Props>[] = [
  {
    title: 'Around any control',
    props: { name: 'any-control', label: 'Label', hint: 'A hint under the label.', optional: true },
    slot: '<input class="input" id="any-control" name="any-control" type="text" aria-describedby="any-control-hint">',
  },
];
