import type { DeskCategory } from '../../plugin/contracts/desk';
import type { AuditLine } from '../../plugin/contracts/settings';
import type { Category } from '../../plugin/contracts/tickets';
import { makeAgent } from '../../database/seeds/builders/people';
import { replyAsAgent, sendRequest } from '../../database/seeds/builders/requests';
import { at } from '../../database/seeds/builders/services';
import { parcelCategory } from '../support/parcel-category';
import { bootDesk, type Desk, type LoggedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let max: LoggedIn;
beforeAll(async () => {
  desk = await bootDesk();
  max = await desk.agent('Max', ['tickets.read', 'categories.manage', 'audit.read']);
});
afterAll(() => desk?.stop());

const make = async (category: object): Promise<string> => (await max.post<{ slug: string }>('/categories', category)).data.slug;
const faultsOf = async (category: object): Promise<string[] | undefined> => (await max.post('/categories', category)).error?.details.errors.map(({ path, rule }) => `${path} ${rule}`);
const offered = async (): Promise<Category[]> => (await desk.visitor().get<Category[]>('/categories')).data;
const desks = async (): Promise<DeskCategory[]> => (await max.get<DeskCategory[]>('/categories')).data;
const field = (more: object) => ({ name: 'size', label: 'Size', type: 'text', ...more });

describe('Max makes a category', () => {
  test('and customers can choose it at once, with its questions and its help', async () => {
    expect(await make(parcelCategory)).toBe('missing-parcels');
    const [parcels] = await offered();
    expect(parcels).toMatchObject({ slug: 'missing-parcels', name: 'Missing parcels', parent: null, leaf: true, suggestedPriority: 'normal', firstReplyHours: null });
    expect(parcels?.helpHtml).toBe('<p>Have the <strong>order number</strong> at hand.</p>\n');
    expect(parcels?.fields.map(({ name, required }) => [name, required])).toEqual([['orderNumber', true], ['trouble', true], ['due', false], ['gift', false], ['place', false]]);
  });

  test('whose address is readable, and another one when the name is taken', async () => {
    expect(await make({ name: 'Größe & Maße' })).toBe('grosse-masse');
    expect(await make({ name: 'Größe & Maße' })).toBe('grosse-masse-2');
    expect(await faultsOf({ name: '！？' })).toEqual(['name malformed']);
  });

  test('below another one, two steps deep and no deeper', async () => {
    const top = await make({ name: 'Top' });
    const below = await make({ name: 'Below', parent: top });
    expect(await faultsOf({ name: 'Deeper', parent: below })).toEqual(['parent not_allowed']);
    expect(await faultsOf({ name: 'Lost', parent: 'nowhere' })).toEqual(['parent not_allowed']);
    const both = (await offered()).filter(({ slug }) => slug === top || slug === below);
    expect(both.map(({ slug, leaf }) => [slug, leaf])).toEqual([[top, false], [below, true]]);
    const itself = await max.put(`/categories/${top}`, { name: 'Top', parent: top });
    expect(itself.error?.details.errors).toMatchObject([{ path: 'parent', rule: 'not_allowed' }]);
  });

  test('not without a name, nor with questions that cannot be asked', async () => {
    expect(await faultsOf({})).toEqual(['name required']);
    expect(await faultsOf({ name: 'x', slug: 'mine', id: 1 })).toEqual(['slug unknown', 'id unknown']);
    expect(await faultsOf({ name: 'x', fields: [field({ name: 'Not a name' })] })).toEqual(['fields.0.name malformed']);
    expect(await faultsOf({ name: 'x', fields: [field({ type: 'file' })] })).toEqual(['fields.0.type not_allowed']);
    expect(await faultsOf({ name: 'x', fields: [field({}), field({ label: 'Again' })] })).toEqual(['fields.1.name not_allowed']);
    expect(await faultsOf({ name: 'x', fields: [field({ type: 'choice', choices: ['one'] })] })).toEqual(['fields.0.choices too_short']);
    expect(await faultsOf({ name: 'x', fields: [field({ dependsOn: { field: 'later', equals: 'a' } }), field({ name: 'later' })] })).toEqual(['fields.0.dependsOn not_allowed']);
    expect(await faultsOf({ name: 'x'.repeat(81), position: -1, suggestedPriority: 'mad' })).toEqual(['name too_long', 'position not_allowed', 'suggestedPriority not_allowed']);
  });
});

describe('Max changes a category', () => {
  test('and customers see it so with their next call', async () => {
    const slug = await make({ name: 'Before', position: 5 });
    expect((await max.put(`/categories/${slug}`, { name: 'After', helpText: '<b>Bold</b>', position: 1 })).data).toEqual({ slug });
    expect((await offered()).find((each) => each.slug === slug)).toMatchObject({ name: 'After', helpHtml: '<p>&lt;b&gt;Bold&lt;/b&gt;</p>\n' });
    expect((await max.put('/categories/nowhere', { name: 'x' })).status).toBe(404);
  });

  test('switches it off: it takes no more requests, and those it has stay readable', async () => {
    const cora = await desk.customer('Cora Bell');
    const slug = await make({ name: 'Closing down' });
    const reference = await sendRequest(desk.app, cora.customer, { category: slug, subject: 'Last one', body: 'x' });
    await max.put(`/categories/${slug}`, { name: 'Closing down', active: false });
    expect((await offered()).map((each) => each.slug)).not.toContain(slug);
    expect((await desks()).find((each) => each.slug === slug)).toMatchObject({ active: false, ticketCount: 1 });
    expect((await cora.get(`/tickets/${reference}`)).data).toMatchObject({ category: { slug, name: 'Closing down' } });
    expect((await cora.post('/tickets', { category: slug, subject: 'x', body: 'x' })).status).toBe(400);
  });

  test('takes it away when nothing hangs on it, and only then', async () => {
    const dora = await desk.customer('Dora');
    const [free, used, parent] = [await make({ name: 'Free' }), await make({ name: 'Used' }), await make({ name: 'Parent' })];
    await make({ name: 'Child', parent });
    await sendRequest(desk.app, dora.customer, { category: used, subject: 'x', body: 'x' });
    for (const slug of [used, parent]) expect(await max.delete(`/categories/${slug}`)).toMatchObject({ status: 409, code: 'category_in_use' });
    expect((await max.delete(`/categories/${free}`)).data).toEqual({ slug: free });
    expect((await max.delete(`/categories/${free}`)).status).toBe(404);
    expect((await offered()).map((each) => each.slug)).not.toContain(free);
  });
});

describe('Max orders categories', () => {
  const order = (parent: string | null, slugs: string[]) => max.put('/category-order', { parent, slugs });
  const below = async (parent: string): Promise<string[]> => (await offered()).filter((each) => each.parent === parent).map(({ slug }) => slug);

  test('all of a level at once, and customers see them so', async () => {
    const parent = await make({ name: 'Garden' });
    const slugs = [await make({ name: 'Roses', parent }), await make({ name: 'Tulips', parent }), await make({ name: 'Ferns', parent })];
    expect((await order(parent, slugs.toReversed())).status).toBe(200);
    expect(await below(parent)).toEqual(['ferns', 'tulips', 'roses']);
    expect((await order(parent, ['ferns', 'tulips'])).error?.details.errors).toMatchObject([{ path: 'slugs', rule: 'not_allowed' }]);
    expect((await order(null, slugs)).status).toBe(400);
    expect(await below(parent)).toEqual(['ferns', 'tulips', 'roses']);
  });
});

test('what another process changes is known here within a second or two', async () => {
  const slug = await make({ name: 'Far away' });
  await offered();
  // As another process does it: the row, and the version that everybody follows.
  await desk.app.db.query('plugin::portal.category').updateMany({ where: { slug }, data: { name: 'Changed far away' } });
  await desk.app.db.query('plugin::portal.setting').updateMany({ where: { name: 'categories version' }, data: { value: '"another"' } });
  const until = Date.now() + 3000;
  while (Date.now() < until && !(await offered()).some(({ name }) => name === 'Changed far away')) await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await offered()).map(({ name }) => name)).toContain('Changed far away');
});

test('a change that is refused leaves neither a category nor a note', async () => {
  const before = (await desks()).length;
  expect((await max.post('/categories', { name: 'Broken', parent: 'nowhere' })).status).toBe(400);
  expect((await desks()).length).toBe(before);
  expect((await max.get<AuditLine[]>('/settings/audit-entries?pageSize=100')).data.map(({ what }) => what)).not.toContain('category Broken');
});

test('every change of a category is noted: who, what, each question for itself', async () => {
  const slug = await make({ name: 'Lamps', fields: [field({}), field({ name: 'colour', label: 'Colour' })] });
  await max.put(`/categories/${slug}`, { name: 'Lights', fields: [field({ required: true }), field({ name: 'colour', label: 'Colour' })] });
  await max.delete(`/categories/${slug}`);
  const lines = (await max.get<AuditLine[]>('/settings/audit-entries?pageSize=100')).data;
  expect(lines.find(({ what, action }) => what === 'category Lamps' && action === 'created')).toMatchObject({ who: 'Max', after: { name: 'Lamps', questions: ['Size', 'Colour'] } });
  const changed = lines.find(({ what, action }) => what === 'category Lamps' && action === 'changed')!;
  expect([Object.keys(changed.before), Object.keys(changed.after)]).toEqual([['name', 'question Size'], ['name', 'question Size']]);
  expect(changed).toMatchObject({ before: { name: 'Lamps', 'question Size': { required: false } }, after: { name: 'Lights', 'question Size': { required: true } } });
  expect(lines.find(({ what, action }) => what === 'category Lights' && action === 'removed')).toBeDefined();
  expect(lines.find(({ what, action }) => what === 'categories' && action === 'ordered')).toMatchObject({ before: { order: ['Roses', 'Tulips', 'Ferns'] }, after: { order: ['Ferns', 'Tulips', 'Roses'] } });
});

test('what a first reply takes is told once ten were answered, from what really happened', async () => {
  const { app } = desk;
  const emil = await desk.customer('Emil');
  const ada = await makeAgent(app, 'Ada', 'Okafor', 'ada@example.com');
  const [answered, young] = [await make({ name: 'Answered' }), await make({ name: 'Young' })];
  const hour = 3_600_000;
  for (let n = 0; n < 10; n += 1) {
    const moment = Date.now() - 48 * hour;
    const reference = await at(app, new Date(moment), () => sendRequest(app, emil.customer, { category: answered, subject: 'x', body: 'x' }));
    await at(app, new Date(moment + 3 * hour), () => replyAsAgent(app, ada, reference, 'An answer.'));
  }
  await sendRequest(app, emil.customer, { category: young, subject: 'x', body: 'x' });
  (app.plugin('portal').service('categories') as { forget(): void }).forget();
  const found = await offered();
  expect(['answered', 'young'].map((slug) => found.find((each) => each.slug === slug)?.firstReplyHours)).toEqual([3, null]);
});
