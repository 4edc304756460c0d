import { makeCategory, sendRequest } from '../../database/seeds/builders/requests';
import type { DeskTicket } from '../../plugin/contracts/desk';
import type { Priority } from '../../plugin/contracts/tickets';
import { withHiddenBindings } from '../../plugin/server/src/platform/hidden-bindings';
import { statementsOf } from '../support/statements';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let ada: LoggedIn;
let category: string;
const open = 'state=active&snoozed=no';

const opened = async (subject: string, priority: Priority, state?: string): Promise<void> => {
  const reference = await sendRequest(desk.app, cora.customer, { category, subject, body: `About ${subject}.` });
  await ada.put(`/tickets/${reference}`, { priority, ...(state ? { state } : {}) });
};
const isSqlite = (): boolean => (desk.app.db.dialect as { client: string }).client === 'sqlite';

/** Subjects and the number of all, as the page says them. */
const listed = async (query: string): Promise<[number | undefined, ...string[]]> => {
  const { data, pagination } = await ada.get<DeskTicket[]>(`/tickets?${query}`);
  return [pagination?.total, ...data.map(({ subject }) => subject)];
};
/** How SQLite goes about the statement of a list. */
const planOf = async (query: string): Promise<string> => {
  const found = await statementsOf(desk, () => ada.get(`/tickets?${query}`));
  const statement = found.find((sql) => sql.includes('"total"')) ?? '';
  const bindings = Array.from({ length: (statement.match(/\?/g) ?? []).length }, () => 1);
  return JSON.stringify(await desk.app.db.connection.raw(`explain query plan ${withHiddenBindings(statement)}`, bindings));
};

beforeAll(async () => {
  desk = await bootDesk();
  [cora, ada] = [await desk.customer('Cora Bell'), await desk.agent('Ada')];
  category = await makeCategory(desk.app, { name: 'Lamps' });
  await opened('Flickers', 'normal');
  await opened('Burns', 'urgent');
  await opened('Is dark', 'high', 'pending');
  await opened('Hums', 'normal', 'solved');
  await opened('Smokes', 'urgent', 'open');
});
afterAll(() => desk?.stop());

describe('the inbox in every order', () => {
  test('by priority has the most urgent first or last, of the same the one that was touched last, on one page as on several', async () => {
    expect(await listed(`${open}&sort=-priority`)).toEqual([4, 'Smokes', 'Burns', 'Is dark', 'Flickers']);
    expect(await listed(`${open}&sort=priority`)).toEqual([4, 'Flickers', 'Is dark', 'Smokes', 'Burns']);
    expect(await listed(`${open}&sort=-priority&pageSize=3&page=2`)).toEqual([4, 'Flickers']);
    expect(await listed('sort=-priority')).toEqual([5, 'Smokes', 'Burns', 'Is dark', 'Hums', 'Flickers']);
  });

  test('by age has the oldest or the newest first', async () => {
    expect(await listed(`${open}&sort=createdAt&pageSize=2`)).toEqual([4, 'Flickers', 'Burns']);
    expect(await listed(`${open}&sort=-createdAt&pageSize=2&page=2`)).toEqual([4, 'Burns', 'Flickers']);
    expect(await listed('sort=createdAt')).toEqual([5, 'Flickers', 'Burns', 'Is dark', 'Hums', 'Smokes']);
    expect(await listed('turn=requester&sort=createdAt')).toEqual([1, 'Is dark']);
  });

  test('of a category or a priority has those of every state, where none is asked for', async () => {
    expect(await listed('category=lamps')).toEqual([5, 'Smokes', 'Hums', 'Is dark', 'Burns', 'Flickers']);
    expect(await listed('priority=normal')).toEqual([2, 'Hums', 'Flickers']);
    expect(await listed(`${open}&priority=urgent&category=lamps&sort=createdAt`)).toEqual([2, 'Burns', 'Smokes']);
  });
});

test.each([
  ['as it opens', open, 'portal_tickets_state_updated'],
  ['of a category', `${open}&category=lamps`, 'portal_tickets_category_state (category_id=? AND state=?)'],
  ['of a category in every state', 'category=lamps', 'portal_tickets_category_state (category_id=? AND state=?)'],
  ['of a priority', `${open}&priority=urgent`, 'portal_tickets_priority_state (priority_rank=? AND state=?)'],
  ['by priority', `${open}&sort=-priority`, 'portal_tickets_priority_state (priority_rank=? AND state=?)'],
  ['by priority in every state', 'sort=priority', 'portal_tickets_priority_state (priority_rank=? AND state=?)'],
  ['by age', `${open}&sort=createdAt`, 'portal_tickets_state_created (state=?)'],
  ['of what nobody has', `${open}&assignee=nobody&sort=createdAt`, 'portal_tickets_assignee_updated'],
  ['of a tag in a category', 'tag=late&category=lamps', 'portal_ticket_tags'],
  ['of what is mine', `${open}&assignee=me&sort=createdAt`, 'portal_tickets_assignee_updated'],
])('SQLite looks through the inbox %s by the index that has its order, or leaves fewest', async (_name, query, index) => {
  if (!isSqlite()) return void expect((await listed(query))[0]).toBeDefined();
  expect(await planOf(query)).toContain(index);
});
