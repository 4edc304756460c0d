import type { Example } from '@components/example';
import type { Props } from './Letter.astro';

const now = new Date('2026-11-23T12:00:00Z');
export const examples: Example<Props>[] = [
  {
    title: 'From the customer, with a file',
    props: {
      tone: 'customer',
      name: 'You',
      initialOf: 'Cora',
      at: '2026-11-20T09:12:00Z',
      now,
      html: '<p>Hello, we moved in October and the address in my account is right, but invoice 4471 still shows the old one. Could you send a corrected one?</p>',
      files: [{ name: 'invoice-4471.pdf', size: 184_320, href: '#letter' }],
    },
  },
  {
    title: 'From an agent',
    props: {
      tone: 'agent',
      name: 'Jonas',
      role: 'Northwind support',
      at: '2026-11-22T16:20:00Z',
      now,
      html: '<p>Hi Cora, thanks for the file. Please tell me the <strong>VAT number</strong> that belongs to the new address.</p><ul><li>You find it on any older invoice</li><li>Or in <a href="#letter">your account</a></li></ul>',
    },
  },
];
