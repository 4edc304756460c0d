import type { Example } from '@components/example';
import type { Props } from './CategoryCard.astro';

export const examples: Example<Props>[] = [
  { title: 'With a promise', props: { title: 'Billing and invoices', text: 'Payment, refunds, addresses on invoices.', meta: 'First answer usually within 3 hours', href: '#category-card' } },
  { title: 'Plain', props: { title: 'Something else', href: '#category-card' } },
  { title: 'In another language', props: { title: 'الموزّع والاتصال', text: 'الأضواء وشبكة الواي فاي والراديو', href: '#category-card', lang: 'ar' } },
];
