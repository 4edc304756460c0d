import type { Kind } from '../categories';
import { question } from './question';

export const somethingElse: Kind = {
  slug: 'something-else',
  name: 'Something else',
  description: 'Quotes for schools and farms, ideas, everything that fits nowhere',
  suggestedPriority: 'low',
  helpText: 'For a quote we need to know **how many stations** and **where they will stand**. Schools and clubs get fifteen per cent off from the third station on.',
  fields: [
    question('topic', 'choice', 'What have you in mind?', { required: true, choices: ['A quote for a school, farm or club', 'An idea', 'Visiting the workshop', 'None of these'] }),
    question('howMany', 'text', 'How many stations, roughly?', { required: true, dependsOn: { field: 'topic', equals: 'A quote for a school, farm or club' } }),
    question('neededBy', 'date', 'When do you need them?', { dependsOn: { field: 'topic', equals: 'A quote for a school, farm or club' } }),
  ],
};
