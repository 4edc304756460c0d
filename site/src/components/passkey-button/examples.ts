import type { Example } from '@components/example';
import type { Props } from './PasskeyButton.astro';

export const examples: Example<Props>[] = [{ title: 'At the door', props: { label: 'Sign in with a passkey', options: '#passkey-button', purpose: 'sign-in' } }];
