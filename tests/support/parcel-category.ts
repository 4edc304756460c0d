/** A category with one question of each kind, made through the admin API for journeys. */
export const parcelCategory = {
  name: 'Missing parcels',
  description: 'Late, damaged or lost on the way',
  helpText: 'Have the **order number** at hand.',
  position: 50,
  fields: [
    { name: 'orderNumber', label: 'Order number', type: 'text', required: true, help: 'On your receipt.' },
    { name: 'trouble', label: 'What happened?', type: 'choice', required: true, choices: ['Late', 'Damaged'] },
    { name: 'due', label: 'When was it due?', type: 'date', dependsOn: { field: 'trouble', equals: 'Late' } },
    { name: 'gift', label: 'It is a gift', type: 'checkbox' },
    { name: 'place', label: 'Where was it left?', type: 'long_text' },
  ],
};

/** The smallest picture that is one. */
export const smallPng = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
