import type { Example } from '@components/example';
import type { Props } from './Checkbox.astro';

export const examples: Example<Props>[] = [
  { title: 'Ticked', props: { name: 'urgent', label: 'Somebody is waiting for this', hint: 'We then call you back first.', checked: true } },
  { title: 'With an error', props: { name: 'agree', label: 'I have read the terms', optional: false, error: 'Tick the box to go on' } },
];
