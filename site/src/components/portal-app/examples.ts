import type { Example } from '@components/example';
import type { Props } from './PortalApp.astro';

// Without an address there is nothing to register; nothing of it can be seen either way.
export const examples: Example<Props>[] = [{ title: 'Nothing to see', props: { worker: '', scope: '', unread: 0 } }];
