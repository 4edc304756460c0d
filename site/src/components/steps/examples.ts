import type { Example } from '@components/example';
import type { Props } from './Steps.astro';

export const examples: Example<Props>[] = [{ title: 'Second of four', props: { step: 2, of: 4 } }];
