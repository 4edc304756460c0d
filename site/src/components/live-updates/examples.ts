import type { Example } from '@components/example';
import type { Props } from './LiveUpdates.astro';

export const examples: Example<Props>[] = [{ title: 'Without a socket: a link', props: { to: null, href: '?checked' } }];
