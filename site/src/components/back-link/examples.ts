import type { Example } from '@components/example';
import type { Props } from './BackLink.astro';

export const examples: Example<Props>[] = [{ title: 'Plain', props: { href: '#back-link' } }];
