import type { Example } from '@components/example';
import type { Props } from './InstallHint.astro';

export const examples: Example<Props>[] = [{ title: 'Hidden until the browser offers it', props: {} }];
