import type { Example } from '@components/example';
import type { Props } from './Feedback.astro';

const reasons = [
  { value: 'unclear', label: 'It is hard to understand' },
  { value: 'incomplete', label: 'Something is missing' },
];
// One example: the component is the end of a page, and its parts have ids.
export const examples: Example<Props>[] = [{ title: 'After a No', props: { action: '#feedback', said: 'no', now: 'no', reasons } }];
