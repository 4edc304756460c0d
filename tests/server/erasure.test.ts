import { demoPassword } from '../../database/seeds/builders/people';
import { at, portal } from '../../database/seeds/builders/services';
import type { DeskTicketDetail, DeskTicket } from '../../plugin/contracts/desk';
import type { CustomerErasure, Erasure } from '../../plugin/contracts/privacy';
import type { CustomerLine } from '../../plugin/contracts/settings';
import type { TicketDetail } from '../../plugin/contracts/tickets';
import { placesOf } from '../support/every-word';
import { mailsTo } from '../support/mailbox';
import { markedLives, type MarkedLives } from '../support/marked-lives';
import type { SignedIn } from '../support/strapi';

jest.setTimeout(180_000);
let lives: MarkedLives;
let cora: SignedIn;
beforeAll(async () => {
  lives = await markedLives();
  ({ cora } = lives);
  // Everything she can have: an archive of her own, too.
  await cora.post('/me/exports');
  await portal<{ runDue(): Promise<void> }>(lives.desk.app, 'export-runner').runDue();
});
afterAll(() => lives?.desk.stop());

const hers = /zebra|xylophon|\bcora\b/i;
const runner = () => portal<{ runDue(): Promise<void> }>(lives.desk.app, 'erasure-runner');
const inDays = <T>(days: number, work: () => T): T => at(lives.desk.app, new Date(Date.now() + days * 86_400_000), work);
const linkCode = async (): Promise<string> => {
  const mail = (await mailsTo(lives.desk, cora.customer.email)).find(({ text }) => text.includes('/account/erasure?code='));
  return /code=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
};
const everywhere = (word: RegExp): Promise<string[]> => placesOf(lives.desk.app, lives.desk.dataDirectory, word);

describe('before anything is erased', () => {
  test('Cora’s words are in many places', async () => {
    const places = await everywhere(hers);
    expect(places.length).toBeGreaterThan(50);
    // The bytes of the database itself are looked through, too, where it is a file.
    if (process.env.DATABASE_CLIENT !== 'postgres') expect(places.filter((place) => /portal\.db/.test(place)).length).toBeGreaterThan(0);
  });

  test('she needs her password, and the mailed link', async () => {
    expect(await cora.post('/me/erasure', { password: 'not hers at all' })).toMatchObject({ status: 401, code: 'wrong_credentials' });
    const { status, data } = await cora.post<Erasure>('/me/erasure', { password: demoPassword });
    expect([status, data.state, data.dueAt]).toEqual([202, 'asked', null]);
    await inDays(30, () => runner().runDue());
    expect((await cora.get<Erasure>('/me/erasure')).data.state).toBe('asked');
  });

  test('a link works once, and not at all once she took it back', async () => {
    const first = await linkCode();
    expect((await cora.delete('/me/erasure')).data).toBeNull();
    expect(await lives.desk.visitor().post('/erasure-confirmations', { code: first })).toMatchObject({ status: 400, code: 'code_invalid' });
    await cora.post('/me/erasure', { password: demoPassword });
    const code = await linkCode();
    expect((await lives.desk.visitor().post<Erasure>('/erasure-confirmations', { code })).data).toMatchObject({ state: 'confirmed', dueAt: expect.any(String) as string });
    expect((await lives.desk.visitor().post('/erasure-confirmations', { code })).code).toBe('code_invalid');
    expect(await cora.post('/me/erasure', { password: demoPassword })).toMatchObject({ status: 409, code: 'erasure_under_way' });
  });

  test('she has a week to take it back, in which everything works', async () => {
    await inDays(6, () => runner().runDue());
    expect((await cora.get(`/tickets/${lives.references.hers}`)).status).toBe(200);
    await cora.delete('/me/erasure');
    expect((await cora.get('/me/erasure')).data).toBeNull();
    await inDays(30, () => runner().runDue());
    expect((await cora.get('/me')).status).toBe(200);
  });
});

describe('once it was done', () => {
  let customer: CustomerLine;
  let done: CustomerErasure;
  beforeAll(async () => {
    const { ada } = lives;
    customer = (await ada.get<CustomerLine[]>('/settings/customers?q=xylophon')).data[0]!;
    await cora.post('/me/erasure', { password: demoPassword });
    await lives.desk.visitor().post('/erasure-confirmations', { code: await linkCode() });
    await lives.desk.settle();
    await inDays(8, () => runner().runDue());
    done = (await ada.get<CustomerErasure>(`/settings/customers/${customer.id}/erasure`)).data;
  });

  test('it says how many of what, and no words', () => {
    expect(done).toMatchObject({ state: 'done', startedBy: null, lastError: null, counts: { requests: 2, accounts: 1, archives: 1, messagesElsewhere: 1, drafts: 1 } });
    expect(JSON.stringify(done)).not.toMatch(hers);
  });

  test('no column of any table and no byte of any file has a word of hers', async () => {
    expect(await everywhere(hers)).toEqual([]);
  });

  test('she cannot sign in, and her open session is over', async () => {
    expect((await cora.get('/me')).status).toBe(401);
    expect((await lives.desk.visitor().post('/auth/login', { email: cora.customer.email, password: demoPassword })).code).toBe('wrong_credentials');
  });

  test('agents see a request of an erased customer, with its category, states and times', async () => {
    const { data } = await lives.ada.get<DeskTicketDetail>(`/tickets/${lives.references.hers}`);
    expect(data).toMatchObject({ subject: 'Erased request', state: 'solved', requester: { name: 'Erased customer', email: '' }, category: { name: 'Something else' }, tags: ['vip'], participants: [] });
    expect(data.comments.map(({ body }) => body)).toEqual(Array(data.comments.length).fill('(erased)'));
    const list = (await lives.ada.get<DeskTicket[]>('/tickets?pageSize=50')).data;
    expect(list.find(({ reference }) => reference === lives.references.mailed)?.requester.name).toBe('Erased customer');
    expect((await lives.ada.get('/tickets?q=zebrabody')).data).toEqual([]);
  });

  test('Otto’s requests are as they were, but for what she wrote in them', async () => {
    const { data } = await lives.otto.get<TicketDetail>(`/tickets/${lives.references.his}`);
    expect(data.subject).toBe('walrussubject');
    expect(data.comments.map(({ author, body }) => [author.name, body])).toEqual([['Otto Walrus', 'walrusown words'], ['Erased customer', '(erased)']]);
    expect(data.comments[1]?.attachments).toEqual([]);
    expect(data.audience.map(({ name }) => name)).not.toContain(cora.customer.email);
    expect((await lives.otto.get<{ reference: string }[]>('/tickets?q=walrusown')).data.map(({ reference }) => reference)).toEqual([lives.references.his]);
    expect((await lives.otto.get(`/tickets/${lives.references.hers}`)).status).toBe(404);
    expect((await everywhere(/walrussecret words/)).length).toBeGreaterThan(0);
  });

  test('it is in the log: who, when, how many', async () => {
    const entries = (await lives.desk.app.db.query('plugin::portal.audit-entry').findMany({ where: { customerId: customer.id, kind: 'privacy' }, orderBy: { id: 'asc' } })) as unknown as { action: string; who: string; after: Record<string, number> }[];
    expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['export_made', 'erasure_asked', 'erasure_confirmed', 'erasure_withdrawn', 'erased']));
    expect(entries.at(-1)).toMatchObject({ action: 'erased', who: 'portal', after: { requests: 2 } });
  });

  test('once more changes nothing', async () => {
    await lives.desk.app.db.query('plugin::portal.erasure').updateMany({ where: { customerId: customer.id, state: 'done' }, data: { state: 'running', step: 0 } });
    await inDays(9, () => runner().runDue());
    expect((await lives.ada.get<CustomerErasure>(`/settings/customers/${customer.id}/erasure`)).status).toBe(200);
    expect(await everywhere(hers)).toEqual([]);
  });

  test('her address is free: who registers with it is somebody new', async () => {
    expect((await lives.desk.visitor().post('/auth/register', { name: 'New Person', email: cora.customer.email, password: 'a new long password' })).status).toBe(202);
  });
});

describe('an admin', () => {
  test('starts it, with or without the days to wait, and takes it back', async () => {
    const { ada, desk } = lives;
    const nora = await desk.customer('Nora New');
    const address = `/settings/customers/${nora.customer.customerId}/erasure`;
    expect((await ada.get(address)).data).toBeNull();
    expect((await ada.post<CustomerErasure>(address, {})).data).toMatchObject({ state: 'confirmed', startedBy: 'Ada' });
    expect((await mailsTo(desk, nora.customer.email))[0]?.subject).toMatch(/will erase your data on/);
    expect((await ada.delete<CustomerErasure>(address)).data.state).toBe('withdrawn');
    await ada.post(address, { delay: false });
    await runner().runDue();
    expect((await ada.get<CustomerErasure>(address)).data).toMatchObject({ state: 'done', startedBy: 'Ada' });
    expect((await nora.get('/me')).status).toBe(401);
  });

  test('without the right sees and starts nothing', async () => {
    const zoe = await lives.desk.agent('Zoe', ['customers.manage']);
    const address = `/settings/customers/${lives.otto.customer.customerId}/erasure`;
    expect([(await zoe.get(address)).status, (await zoe.post(address, {})).status, (await zoe.delete(address)).status]).toEqual([403, 403, 403]);
  });
});
