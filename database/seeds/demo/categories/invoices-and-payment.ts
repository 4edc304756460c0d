import type { Kind } from '../categories';
import { orderNumber, question } from './question';

export const invoicesAndPayment: Kind = {
  slug: 'invoices-and-payment',
  name: 'Invoices and payment',
  description: 'Receipts, corrections, refunds, card payments',
  helpText: `- A **receipt** comes by mail with every order. You can also load it under *Account → Orders*.
- An **invoice** in the name of a firm, farm or school needs its address and, in the European Union, its VAT ID. We can correct it for a year.
- A **refund** goes back the way the money came. Cards take three to five working days, bank transfers one or two.
- Two charges of the same amount within a day are mostly one reservation and one payment. The reservation disappears by itself.`,
  fields: [
    question('wish', 'choice', 'What do you need?', { required: true, choices: ['A copy of a receipt', 'A mistake in an invoice', 'A refund', 'I was charged twice', 'Something else about money'] }),
    orderNumber(),
    question('shouldSay', 'long_text', 'What should the invoice say?', { required: true, dependsOn: { field: 'wish', equals: 'A mistake in an invoice' } }),
    question('chargedOn', 'date', 'When was the second charge?', { dependsOn: { field: 'wish', equals: 'I was charged twice' } }),
  ],
};
