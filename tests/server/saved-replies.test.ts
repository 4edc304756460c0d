import type { SavedReply } from '../../plugin/contracts/saved-replies';
import type { AuditLine } from '../../plugin/contracts/settings';
import { bootDesk, type Desk, type LoggedIn } from '../support/strapi';
import { Visitor } from '../support/visitor';

jest.setTimeout(60_000);
let desk: Desk;
let ada: LoggedIn;
let bob: LoggedIn;
beforeAll(async () => {
  desk = await bootDesk();
  [ada, bob] = [await desk.agent('Ada'), await desk.agent('Bob')];
});
afterAll(() => desk?.stop());

const list = async (by: LoggedIn): Promise<SavedReply[]> => (await by.get<SavedReply[]>('/saved-replies')).data;
const make = (by: LoggedIn, reply: object) => by.post<{ id: number }>('/saved-replies', reply);

describe('saved replies', () => {
  test('are nothing for somebody who is not signed in', async () => {
    const stranger = new Visitor(`${desk.url}/portal`);
    for (const answer of [await stranger.put('/saved-replies/1', { name: 'x', body: 'x' }), await stranger.delete('/saved-replies/1')]) expect(answer).toMatchObject({ status: 401, code: 'not_signed_in' });
  });

  test('are an agent’s own until they are shared', async () => {
    const { status, data } = await make(ada, { name: 'Greeting', body: 'Hello {{requester.name}}' });
    expect(status).toBe(201);
    expect(await list(ada)).toEqual([{ id: data.id, name: 'Greeting', shared: false, body: 'Hello {{requester.name}}' }]);
    expect(await list(bob)).toEqual([]);
    for (const answer of [await bob.put(`/saved-replies/${data.id}`, { name: 'His', body: 'x' }), await bob.delete(`/saved-replies/${data.id}`)]) expect(answer).toMatchObject({ status: 404, code: 'not_found' });
    await ada.put(`/saved-replies/${data.id}`, { name: 'Greeting', shared: true, body: 'Hello' });
    expect(await list(bob)).toMatchObject([{ name: 'Greeting', shared: true, body: 'Hello' }]);
    expect((await bob.delete(`/saved-replies/${data.id}`)).status).toBe(200);
    expect(await list(ada)).toEqual([]);
  });

  test('are shared, changed and deleted for all only with the right', async () => {
    const eve = await desk.agent('Eve', ['tickets.read', 'tickets.reply']);
    const shared = { name: 'For all', shared: true, body: 'Hello' };
    const { data } = await make(ada, shared);
    for (const answer of [await make(eve, shared), await eve.put(`/saved-replies/${data.id}`, { name: 'Mine', body: 'x' }), await eve.delete(`/saved-replies/${data.id}`)]) expect(answer).toMatchObject({ status: 403, code: 'access_refused' });
    expect((await make(eve, { name: 'Her own', body: 'x' })).status).toBe(201);
    expect((await list(eve)).map(({ name }) => name)).toEqual(['For all', 'Her own']);
  });

  test('that all have are in the list of changes; one’s own are nobody else’s business', async () => {
    const eva = await desk.agent('Eva', ['tickets.read', 'tickets.reply', 'saved-replies.manage', 'audit.read']);
    const { data } = await make(eva, { name: 'Secret', body: 'A secret of hers' });
    await eva.put(`/saved-replies/${data.id}`, { name: 'Thanks', shared: true, body: 'Thank you' });
    await eva.put(`/saved-replies/${data.id}`, { name: 'Thanks', shared: true, body: 'Many thanks' });
    await eva.delete(`/saved-replies/${data.id}`);
    const { data: lines, text } = await eva.get<AuditLine[]>('/settings/audit-entries?pageSize=100');
    const told = lines.filter(({ what }) => what === 'saved reply Thanks').map(({ who, action, before, after }) => ({ who, action, before, after }));
    expect(told).toEqual([
      { who: 'Eva', action: 'removed', before: { name: 'Thanks', body: 'Many thanks' }, after: {} },
      { who: 'Eva', action: 'changed', before: { body: 'Thank you' }, after: { body: 'Many thanks' } },
      { who: 'Eva', action: 'created', before: {}, after: { name: 'Thanks', body: 'Thank you' } },
    ]);
    expect(text).not.toMatch(/secret|Her own/i);
  });

  test('name only what there is', async () => {
    const faults = async (body: string) => (await make(ada, { name: 'x', body })).error?.details.errors.map(({ path, rule }) => `${path} ${rule}`);
    expect(await faults('Your password is {{requester.password}}')).toEqual(['body not_allowed']);
    expect(await faults(' ')).toEqual(['body required']);
    expect(await faults('x'.repeat(10_001))).toEqual(['body too_long']);
  });
});
