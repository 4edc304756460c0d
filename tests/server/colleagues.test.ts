import { makeCategory, replyAsAgent, writeNote } from '../../database/seeds/builders/requests';
import type { OwnOrganisation } from '../../plugin/contracts/accounts';
import type { RequesterPanel } from '../../plugin/contracts/desk';
import type { PolicyKey } from '../../plugin/contracts/policy';
import type { OrganisationLine } from '../../plugin/contracts/settings';
import type { TicketDetail, TicketListItem } from '../../plugin/contracts/tickets';
import type { PortalFacade } from '../../plugin/server/src';
import { withHiddenBindings } from '../../plugin/server/src/platform/hidden-bindings';
import { mailsTo } from '../support/mailbox';
import { smallPng } from '../support/parcel-category';
import { statementsOf } from '../support/statements';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
/** Cora and Otto work at Hollin Court; Eve does not. */
let cora: SignedIn;
let otto: SignedIn;
let eve: SignedIn;
let ada: LoggedIn;
let max: LoggedIn;
let category: string;
let hollin: number;
let lindenhof: number;

const set = (changes: { [Key in PolicyKey]?: boolean | null }) => max.put('/settings/policy', { changes });
const place = (who: SignedIn, change: object) => max.put(`/settings/customers/${who.customer.customerId}`, change);
const makeOrganisation = async (name: string): Promise<number> => (await max.post<OrganisationLine>('/settings/organisations', { name, domains: [] })).data.id;
const opened = async (subject: string, by = cora, more: object = {}): Promise<string> => (await by.post<TicketDetail>('/tickets', { category, subject, body: `About ${subject}.`, ...more })).data.reference;
const show = async (reference: string, by: SignedIn): Promise<TicketDetail> => (await by.get<TicketDetail>(`/tickets/${reference}`)).data;
const shelf = (by: SignedIn, query = '') => by.get<TicketListItem[]>(`/tickets?scope=organisation${query}`);
const subjects = async (by: SignedIn, query = ''): Promise<string[]> => (await shelf(by, query)).data.map(({ subject }) => subject);

beforeAll(async () => {
  desk = await bootDesk();
  [cora, otto, eve] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt'), await desk.customer('Eve Other')];
  ada = await desk.agent('Ada');
  max = await desk.agent('Max', ['settings.read', 'settings.change', 'customers.manage']);
  category = await makeCategory(desk.app, { name: 'Something else' });
  [hollin, lindenhof] = [await makeOrganisation('Hollin Court'), await makeOrganisation('Lindenhof')];
});
beforeEach(async () => {
  await set({ 'features.organisationRequests': true, 'features.organisationReplies': null });
  for (const who of [cora, otto]) await place(who, { organisation: hollin, portalAccess: true, segment: null });
  await place(eve, { organisation: lindenhof });
});
afterAll(() => desk?.stop());

/** All the ways to one request, with those that change it. */
const waysTo = async (reference: string, file: string, by: SignedIn): Promise<string[]> => {
  const calls = [by.get(`/tickets/${reference}`), by.get(`/tickets/${reference}/page`), by.get(`/tickets/${reference}/events`), by.get(`/tickets/${reference}/articles`), by.get(`/tickets/${reference}/incidents`), by.get(`/attachments/${file}`), by.post(`/tickets/${reference}/comments`, { body: 'x' }), by.post(`/tickets/${reference}/closure`), by.post(`/tickets/${reference}/share-links`, { days: 1 }), by.get(`/tickets/${reference}/share-links`), by.post(`/tickets/${reference}/participants`, { email: 'x@example.com' }), by.delete(`/attachments/${file}`)];
  return (await Promise.all(calls)).map(({ status, text }) => `${status} ${status === 404 ? text : ''}`);
};
const withFile = async (subject: string): Promise<{ reference: string; file: string }> => {
  const file = (await cora.upload('plan.png', new Uint8Array(smallPng))).data.id;
  return { reference: await opened(subject, cora, { attachments: [file] }), file };
};

describe('a colleague whose segment allows it', () => {
  test('finds what others of his organisation sent on a shelf of its own, by whom, and nothing of it on his', async () => {
    const reference = await opened('The pump');
    await opened('His own', otto);
    await opened('Of another house', eve);
    const { data, pagination } = await shelf(otto, '&sort=createdAt');
    expect(data.map(({ subject, requester }) => [subject, requester])).toEqual([['The pump', { name: 'Cora Bell', you: false }], ['His own', { name: 'Otto Brandt', you: true }]]);
    expect(pagination).toMatchObject({ total: 2 });
    expect((await otto.get<TicketListItem[]>('/tickets')).data.map(({ subject }) => subject)).toEqual(['His own']);
    expect(await subjects(eve)).toEqual(['Of another house']);
    await cora.post(`/tickets/${reference}/participants`, { email: otto.customer.email });
    expect((await shelf(otto, '&q=pump')).data).toMatchObject([{ participating: true }]);
  });

  test('searches, filters, sorts and turns its pages', async () => {
    for (const n of [1, 2, 3]) await opened(`Paged ${n}`);
    expect(await subjects(otto, '&q=paged&sort=createdAt&pageSize=2')).toEqual(['Paged 1', 'Paged 2']);
    expect(await subjects(otto, '&q=paged&sort=createdAt&pageSize=2&page=2')).toEqual(['Paged 3']);
    expect(await subjects(otto, '&q=paged&state=done')).toEqual([]);
    expect(await subjects(otto, `&q=paged&category=${category}`)).toHaveLength(3);
    expect((await shelf(otto, '&q=paged&page=9')).pagination).toMatchObject({ total: 3 });
    expect((await otto.get('/tickets?scope=all')).status).toBe(400);
  });

  test('reads a request with its files; Cora reads that he can', async () => {
    const { reference, file } = await withFile('With a plan');
    await writeNote(desk.app, ada.agent, reference, 'PINEAPPLE');
    const ticket = await show(reference, otto);
    expect(ticket).toMatchObject({ colleague: true, participating: false, may: { reply: false, close: false, reopen: false, invite: false } });
    expect(JSON.stringify(ticket)).not.toContain('PINEAPPLE');
    expect(ticket.audience).toMatchObject([{ name: 'Cora Bell', role: 'requester', you: false }, { name: 'Hollin Court', role: 'colleagues', you: true }, { role: 'agents' }]);
    expect((await show(reference, cora)).audience).toMatchObject([{ role: 'requester', you: true }, { name: 'Hollin Court', role: 'colleagues', you: false }, { role: 'agents' }]);
    expect((await otto.get(`/attachments/${file}`)).status).toBe(200);
    expect((await waysTo(reference, file, otto)).map((way) => way.slice(0, 3))).toEqual(['200', '200', '200', '200', '200', '200', '404', '404', '404', '404', '404', '404']);
    await desk.settle();
    expect((await mailsTo(desk, otto.customer.email)).filter(({ subject }) => subject.includes(reference))).toEqual([]);
  });

  test('replies where his segment has that too, in his own name, and still cannot close, share or add', async () => {
    const { reference, file } = await withFile('Answered by a colleague');
    await set({ 'features.organisationReplies': true });
    expect((await show(reference, otto)).may).toEqual({ reply: true, close: false, reopen: false, invite: false });
    expect((await otto.post(`/tickets/${reference}/comments`, { body: 'It is the left one.' })).status).toBe(201);
    expect((await show(reference, cora)).comments.at(-1)).toMatchObject({ author: { name: 'Otto Brandt' }, mine: false });
    expect((await waysTo(reference, file, otto)).slice(6).map((way) => way.slice(0, 3))).toEqual(['201', '404', '404', '404', '404', '404']);
    await replyAsAgent(desk.app, ada.agent, reference, 'Thank you.');
    await desk.settle();
    const about = async (who: SignedIn) => (await mailsTo(desk, who.customer.email)).filter(({ subject }) => subject.includes(reference)).map(({ text }) => text).join('\n');
    expect(await about(cora)).toContain('Otto Brandt wrote in the request');
    // Whoever only may look gets no mail.
    expect(await about(otto)).toBe('');
    await set({ 'features.organisationRequests': false });
    expect((await otto.post(`/tickets/${reference}/comments`, { body: 'x' })).status).toBe(404);
  });

  test('is read in one statement by an index of the organisation; a list of one’s own asks nothing more', async () => {
    await desk.settle();
    const [, statement = '', ...more] = await statementsOf(desk, () => shelf(otto));
    expect(more).toEqual([]);
    expect(await statementsOf(desk, () => cora.get('/tickets'))).toHaveLength(2);
    if ((desk.app.db.dialect as { client: string }).client !== 'sqlite') return;
    const bindings = Array.from({ length: (statement.match(/\?/g) ?? []).length }, () => 1);
    const plan = JSON.stringify(await desk.app.db.connection.raw(`explain query plan ${withHiddenBindings(statement)}`, bindings));
    expect(plan).toContain('portal_tickets_organisation_visible');
    expect(plan).not.toMatch(/SCAN (?!CONSTANT ROW)|USE TEMP B-TREE/);
  });

  test('opens a request in as many statements as its requester once the name of the house is known', async () => {
    const reference = await opened('Counted');
    // Whoever is told of it reads in the name of the request that sent it.
    await desk.settle();
    await show(reference, cora);
    const count = async (by: SignedIn): Promise<number> => (await statementsOf(desk, () => show(reference, by))).length;
    expect([await count(cora), await count(otto)]).toEqual([2, 2]);
    await set({ 'features.organisationRequests': null });
    expect(await count(cora)).toBe(2);
  });
});

describe('what was open to Otto is not there for him any more, at once,', () => {
  const lost: [string, () => Promise<unknown>, number][] = [
    ['when he leaves the organisation', () => place(otto, { organisation: null }), 1],
    ['when he comes to another one', () => place(otto, { organisation: lindenhof }), 1],
    ['when Cora leaves it', () => place(cora, { organisation: null }), 0],
    ['when Cora comes to another one', () => place(cora, { organisation: lindenhof }), 0],
    ['when the feature is taken from all', () => set({ 'features.organisationRequests': false }), 0],
  ];
  test.each(lost)('%s; Cora is told who else can', async (_name, lose, told) => {
    const { reference, file } = await withFile('Lost to Otto');
    await set({ 'features.organisationReplies': true });
    expect((await show(reference, otto)).colleague).toBe(true);
    await lose();
    const missing = await waysTo('R-ZZZZZZ', 'A'.repeat(43), otto);
    expect(await waysTo(reference, file, otto)).toEqual(missing);
    const { status, data } = await shelf(otto, '&q=Lost');
    expect(status === 404 || data.length === 0).toBe(true);
    expect((await show(reference, cora)).audience.filter(({ role }) => role === 'colleagues')).toHaveLength(told);
  });

  test('and his session ends with his access', async () => {
    const reference = await opened('Without access');
    await place(otto, { portalAccess: false });
    for (const path of [`/tickets/${reference}`, '/tickets?scope=organisation']) expect((await otto.get(path)).status).toBe(401);
    await place(otto, { portalAccess: true });
    Object.assign(otto, await desk.signIn(otto.customer));
  });
});

describe('strangers', () => {
  test('of another organisation, or of none, meet the same 404 as for what never was', async () => {
    const { reference, file } = await withFile('Not for Eve');
    await set({ 'features.organisationReplies': true });
    for (const organisation of [lindenhof, null]) {
      await place(eve, { organisation });
      expect(await waysTo(reference, file, eve)).toEqual(await waysTo('R-ZZZZZZ', 'A'.repeat(43), eve));
    }
    expect(await shelf(eve)).toMatchObject({ status: 404, code: 'not_found' });
    expect((await eve.get('/me/organisation')).data).toBeNull();
  });

  test('of a segment without the feature have no shelf, and are not told of one', async () => {
    const reference = await opened('Only for gold');
    await max.post('/settings/segments', { name: 'plain', title: 'Plain' });
    await max.put('/settings/segments/plain', { changes: { 'features.organisationRequests': false } });
    await place(otto, { segment: 'plain' });
    expect((await otto.get(`/tickets/${reference}`)).status).toBe(404);
    expect((await shelf(otto)).status).toBe(404);
    // But Cora may read what he sends, and he is told so.
    expect((await otto.get<OwnOrganisation>('/me/organisation')).data).toEqual({ name: 'Hollin Court', mayRead: false, readsYours: true });
    expect((await show(await opened('Read by Cora', otto), otto)).audience).toMatchObject([{}, { role: 'colleagues' }, {}]);
  });

  test('who come later find nothing of what was sent before; what one wrote elsewhere stays there', async () => {
    await place(cora, { organisation: null });
    const before = await opened('From before');
    await place(cora, { organisation: hollin });
    expect((await otto.get(`/tickets/${before}`)).status).toBe(404);
    const here = await opened('From here');
    await place(cora, { organisation: lindenhof });
    for (const who of [otto, eve]) expect((await who.get(`/tickets/${here}`)).status).toBe(404);
    expect((await show(here, cora)).subject).toBe('From here');
  });

  test('are not let in by what code of the host application asks for a customer: that is his own', async () => {
    const facade = desk.app.plugin('portal').service('portal') as PortalFacade;
    const reference = await opened('Asked by code');
    await expect(facade.trackTicket(reference, otto.customer.customerId)).rejects.toMatchObject({ details: { code: 'not_found' } });
    await expect(facade.getUserTickets(otto.customer.customerId, { scope: 'organisation' })).rejects.toMatchObject({ details: { code: 'validation_failed' } });
    await cora.post(`/tickets/${reference}/participants`, { email: otto.customer.email });
    expect((await facade.getUserTickets(otto.customer.customerId, { q: 'Asked by' })).data).toMatchObject([{ reference, participating: true }]);
    expect(await facade.trackTicket(reference, otto.customer.customerId)).toMatchObject({ participating: true, colleague: false });
  });
});

test('before somebody sends a request, he can be told who of his colleagues will read it', async () => {
  expect((await cora.get<OwnOrganisation>('/me/organisation')).data).toEqual({ name: 'Hollin Court', mayRead: true, readsYours: true });
  await set({ 'features.organisationRequests': null });
  expect((await cora.get('/me/organisation')).data).toBeNull();
  await desk.settle();
  expect(await statementsOf(desk, () => cora.get('/me/organisation'))).toHaveLength(1);
});

test('agents see to which organisation a requester belongs, and whether his colleagues read along', async () => {
  const reference = await opened('Seen by agents');
  const panel = async () => (await ada.get<RequesterPanel>(`/tickets/${reference}/requester`)).data.organisation;
  expect(await panel()).toEqual({ name: 'Hollin Court', colleaguesRead: true });
  await set({ 'features.organisationRequests': false });
  expect(await panel()).toEqual({ name: 'Hollin Court', colleaguesRead: false });
  await place(cora, { organisation: null });
  expect(await panel()).toBeNull();
});
