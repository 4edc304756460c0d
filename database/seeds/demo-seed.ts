import { makeAdmin, makeAgent, makeCustomer } from './builders/people';
import { makeCategory } from './builders/requests';
import type { App } from './builders/services';
import { seedKnowledge } from './demo-knowledge';

/** Writes the demo company. */
export const seedDemo = async (app: App): Promise<void> => {
  await seedKnowledge(app);
  await makeAdmin(app, 'Max', 'Lindqvist', 'max@example.com');
  await makeAgent(app, 'Ada', 'Okafor', 'ada@example.com');
  await makeCustomer(app, 'Cora Bell', 'cora@example.com');
  await makeCustomer(app, 'Otto Brandt', 'otto@example.org', { language: 'en', timeZone: 'Europe/Berlin' });
  await makeCategory(app, { name: 'Something else' });
};
