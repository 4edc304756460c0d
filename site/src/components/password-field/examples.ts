import type { Example } from '@components/example';
import type { Props } from './PasswordField.astro';

export const examples: Example<Props>[] = [
  { title: 'Sign in', props: { name: 'password', label: 'Password', autocomplete: 'current-password' } },
  {
    title: 'New, with an error',
    props: { name: 'new-password', label: 'New password', autocomplete: 'new-password', hint: 'At least 10 characters.', error: 'Use at least 10 characters for your password' },
  },
];
