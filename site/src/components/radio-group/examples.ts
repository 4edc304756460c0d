import type { Example } from '@components/example';
import type { Props } from './RadioGroup.astro';

const themes = [
  { value: 'auto', label: 'Like my device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];
export const examples: Example<Props>[] = [
  { title: 'Plain', props: { name: 'theme', label: 'Theme', options: themes, value: 'auto' } },
  {
    title: 'Cards',
    props: {
      name: 'category',
      label: 'What is it about?',
      hint: 'Choose what fits best. We can change it later.',
      cards: true,
      value: 'billing',
      options: [
        { value: 'orders', label: 'Orders and delivery', hint: 'Track, change or return an order.' },
        { value: 'billing', label: 'Billing and invoices', hint: 'Payment, refunds, addresses on invoices.' },
        { value: 'other', label: 'Something else' },
      ],
    },
  },
  { title: 'With an error', props: { name: 'theme-2', label: 'Theme', options: themes, error: 'Choose one of the answers offered for “Theme”' } },
];
