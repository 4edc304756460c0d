import type { Example } from '@components/example';
import type { Props } from './PushSwitch.astro';

export const examples: Example<Props>[] = [{ title: 'Before it is turned on', props: { publicKey: '' }, slot: '<p>Your browser cannot do this.</p>' }];
