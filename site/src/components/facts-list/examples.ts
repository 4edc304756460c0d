import type { Example } from '@components/example';
import type { Props } from './FactsList.astro';

export const examples: Example<Props>[] = [
  {
    title: 'Beside a page',
    props: {
      items: [
        { label: 'Category', value: 'Billing' },
        { label: 'Priority', value: 'Normal' },
        { label: 'Sent', value: '20 November 2026' },
      ],
    },
  },
  {
    title: 'Answers to check',
    props: { ruled: true },
    slot:
      '<div><dt>Subject</dt><dd>Invoice shows the old address</dd><dd><a href="#facts-list">Change<span class="visually-hidden"> subject</span></a></dd></div>' +
      '<div><dt>Description</dt><dd>We moved in October. The address in my account is right, the invoice is not.</dd><dd><a href="#facts-list">Change<span class="visually-hidden"> description</span></a></dd></div>',
  },
];
