import type { Kind } from '../categories';
import { orderNumber, question } from './question';

const delivery: Kind = {
  slug: 'delivery',
  name: 'Delivery',
  description: 'Late, lost, held at customs, or left in the wrong place',
  helpText: `Usual times from our workshop: **2–4 working days** in the European Union, **4–6** to the United Kingdom and Norway, **8–14** to the rest of the world. We send parcels every working day at three in the afternoon.

- A tracking number shows nothing for the first 24 hours. That is normal.
- "Delivered" and nothing is there? Look in porches and sheds and ask next door first: four of five such parcels turn up that way.
- Outside the European Union the customs office may write to you. Send us a picture of the letter and we answer it with you.`,
  fields: [
    orderNumber(),
    question('trouble', 'choice', 'What happened?', { required: true, choices: ['It has not arrived yet', 'Marked as delivered, but not here', 'Held at customs', 'It goes to the wrong address', 'I have a question about the delivery'] }),
    question('dueOn', 'date', 'When was it due?', { dependsOn: { field: 'trouble', equals: 'It has not arrived yet' } }),
    question('askedNeighbours', 'checkbox', 'I have looked around and asked next door', { dependsOn: { field: 'trouble', equals: 'Marked as delivered, but not here' } }),
    question('rightAddress', 'long_text', 'What is the right address?', { required: true, dependsOn: { field: 'trouble', equals: 'It goes to the wrong address' } }),
  ],
};

const damaged: Kind = {
  slug: 'damaged-or-missing-parts',
  name: 'Damaged or missing parts',
  description: 'Something in the box is broken, wrong or not there',
  helpText: `We replace what came broken or did not come, and you need not send the broken part back unless we ask for it.

A **photo of the part and one of the box** lets us send the replacement the same day. Small screws and the key are in the bag under the lid of the Hub's box; it is easy to miss.`,
  fields: [
    orderNumber(),
    question('deliveredOn', 'date', 'When did it arrive?', { required: true }),
    question('trouble', 'choice', 'What is wrong?', { required: true, choices: ['Damaged', 'Missing', 'Not what I ordered'] }),
    question('boxDamaged', 'checkbox', 'The box was damaged too', { dependsOn: { field: 'trouble', equals: 'Damaged' } }),
    question('part', 'text', 'Which part?', { help: 'Its number, if you know it, such as P-120.' }),
  ],
};

const change: Kind = {
  slug: 'change-or-cancel-an-order',
  name: 'Change or cancel an order',
  description: 'Before it has left our workshop',
  suggestedPriority: 'high',
  helpText: 'We can change an order until it is packed, on working days at **one in the afternoon** (Flensburg time). After that we cannot stop it, but you may send it back within 30 days, unused or used, and get your money back.',
  fields: [
    orderNumber(),
    question('change', 'choice', 'What shall we change?', { required: true, choices: ['The delivery address', 'What is in it', 'Cancel it'] }),
    question('newAddress', 'long_text', 'New delivery address', { required: true, dependsOn: { field: 'change', equals: 'The delivery address' } }),
    question('newItems', 'long_text', 'What would you like instead?', { required: true, dependsOn: { field: 'change', equals: 'What is in it' } }),
  ],
};

export const ordersAndDelivery: Kind = {
  slug: 'orders-and-delivery',
  name: 'Orders and delivery',
  description: 'Where it is, what came broken, what to change',
  helpText: 'Please have your order number at hand.',
  inside: [delivery, damaged, change],
};
