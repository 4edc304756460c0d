import { makeAdmin, makeAgent, makeCustomer } from './builders/people';
import { makeCategory } from './builders/requests';
import { portal } from './builders/services';
import type { App } from './builders/services';
import { seedBlocks } from './demo-blocks';
import { catchUp, writeHistory } from './demo-history';
import { seedKnowledge } from './demo-knowledge';
import { kinds } from './demo/categories';
import { setUpDesk, tellOfTrouble } from './demo/desk-settings';
import type { Kind } from './demo/categories';
import { admin, agents, customerAddresses, customers } from './demo/people';
import { play } from './demo/player';
import type { Cast } from './demo/player';
import { requests } from './demo/requests';

interface Services {
  categories: { forget(): void };
  events: { deliverDue(): Promise<void> };
  'notification-writing': { readUpTo(customerId: number, id: number): Promise<void> };
}
/** What of the demo is wanted. */
interface Wish {
  history: boolean;
}
const of = <Name extends keyof Services>(app: App, name: Name): Services[Name] => portal<Services[Name]>(app, name);

/** How far the demo content is: nothing, `written` (its mails still to be cleared away), or `complete`. */
const progress = (app: App) => app.store({ type: 'plugin', name: 'portal', key: 'demo-content' });

const makeAll = async <Key extends string, Person, Made>(people: Record<Key, Person>, make: (person: Person) => Promise<Made>): Promise<Record<Key, Made>> => {
  const made: Partial<Record<Key, Made>> = {};
  for (const key of Object.keys(people) as Key[]) made[key] = await make(people[key]);
  return made as Record<Key, Made>;
};

const makeCast = async (app: App): Promise<Cast> => ({
  agents: await makeAll(agents, ({ firstname, lastname, email }) => makeAgent(app, firstname, lastname, email)),
  customers: await makeAll(customers, ({ name, email, ...trait }) => makeCustomer(app, name, email, trait)),
});

const makeKinds = async (app: App, all: Kind[], parent: string | null): Promise<void> => {
  for (const [position, { slug, inside = [], ...kind }] of all.entries()) {
    const made = await makeCategory(app, { ...kind, parent, position });
    if (made !== slug) throw new Error(`The category "${kind.name}" became "${made}" instead of "${slug}": another one has its name.`);
    await makeKinds(app, inside, slug);
  }
};

/** Company and history, kept together or not at all. */
const write = async (app: App, now: Date, { history }: Wish): Promise<void> => {
  try {
    await app.db.transaction(async () => {
      const max = await makeAdmin(app, admin.firstname, admin.lastname, admin.email);
      const cast = await makeCast(app);
      await makeKinds(app, kinds, null);
      const settled = await setUpDesk(app, max, cast, now);
      await play(app, settled, requests, now);
      await tellOfTrouble(app, settled, now);
      if (history) await writeHistory(app, max, settled, now);
      await progress(app).set({ value: 'written' });
    });
  } finally {
    // What was read in the meantime may have been rolled back.
    of(app, 'categories').forget();
  }
};

/** What happened two days ago and before was seen: a visitor finds some news, not ten weeks of it. */
const readHistory = async (app: App): Promise<void> => {
  const before = new Date(Date.now() - 2 * 86_400_000);
  const old = (await app.db.query('plugin::portal.notification').findMany({ where: { createdAt: { $lt: before }, readAt: null }, orderBy: { id: 'asc' } })) as { id: number; customerId: number }[];
  const last = new Map(old.map(({ id, customerId }) => [customerId, id]));
  for (const [customerId, id] of last) await of(app, 'notification-writing').readUpTo(customerId, id);
};

/** Has the outbox tell the history to all who listen, then takes away the mails it caused: a visitor finds only his own. */
const settle = async (app: App, { history }: Wish): Promise<void> => {
  await of(app, 'events').deliverDue();
  if (history) await catchUp(app);
  await readHistory(app);
  await app.db.query('plugin::portal.mail').deleteMany({ where: { to: { $in: customerAddresses } } });
  of(app, 'categories').forget();
  await progress(app).set({ value: 'complete' });
};

/** Keeps mails in the database while `work` runs: a history must never be sent to anyone, wherever it is seeded. */
const withoutSending = async (app: App, work: () => Promise<void>): Promise<void> => {
  const key = 'plugin::portal.mail.transport';
  const transport = app.config.get<string>(key);
  app.config.set(key, 'mailbox');
  try {
    await work();
  } finally {
    app.config.set(key, transport);
  }
};

/** True when an earlier seeding was stopped after its history was written; `seedDemo` then finishes it. */
export const isUnfinished = async (app: App): Promise<boolean> => (await progress(app).get()) === 'written';

/** Writes the demo company with ten weeks of its desk up to now, or finishes what was begun. `history`: and a year of it, for figures. */
export const seedDemo = (app: App, wish: Wish = { history: false }): Promise<void> =>
  withoutSending(app, async () => {
    // First and by itself: the history links to its articles, and it may be begun again.
    if (!(await isUnfinished(app))) {
      await seedKnowledge(app);
      await seedBlocks(app);
    }
    if (!(await isUnfinished(app))) await write(app, new Date(), wish);
    await settle(app, wish);
  });
