import type { Example } from '@components/example';
import type { Props } from './Guidance.astro';

export const examples: Example<Props>[] = [
  {
    title: 'Before a form',
    props: { html: '<p>Have the <strong>order number</strong> at hand. You find it:</p><ul><li>in the confirmation mail</li><li>on your <a href="#guidance">receipt</a></li></ul>' },
  },
];
