import type { Example } from '@components/example';
import type { Props } from './Disclosure.astro';

const slot = '<p>Yes, for 30 days after it arrived. The label is in your account.</p>';
export const examples: Example<Props>[] = [
  { title: 'Open', props: { summary: 'Can I send a parcel back?', open: true }, slot },
  { title: 'Closed', props: { summary: 'Can I exchange what I ordered?' }, slot },
];
