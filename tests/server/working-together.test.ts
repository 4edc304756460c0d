import { makeCategory, writeNote } from '../../database/seeds/builders/requests';
import type { DeskTicketDetail } from '../../plugin/contracts/desk';
import type { MergePreview } from '../../plugin/contracts/merging';
import type { OrganisationLine } from '../../plugin/contracts/settings';
import type { NewShareLink } from '../../plugin/contracts/sharing';
import type { TicketDetail, TicketListItem } from '../../plugin/contracts/tickets';
import { mailsTo } from '../support/mailbox';
import { smallPng } from '../support/parcel-category';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(90_000);
let desk: Desk;
let cora: SignedIn;
let otto: SignedIn;
/** Takes part in Cora’s, Lena is Otto’s colleague. */
let eve: SignedIn;
let lena: SignedIn;
let ada: LoggedIn;
let category: string;

beforeAll(async () => {
  desk = await bootDesk();
  [cora, otto, eve, lena] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt'), await desk.customer('Eve Other'), await desk.customer('Lena Lind')];
  ada = await desk.agent('Ada');
  category = await makeCategory(desk.app, { name: 'Something else' });
  const max = await desk.agent('Max', ['settings.change', 'customers.manage']);
  await max.put('/settings/policy', { changes: { 'features.organisationRequests': true } });
  for (const [name, people] of [['Hollin Court', [cora]], ['Lindenhof', [otto, lena]]] as const) {
    const { id } = (await max.post<OrganisationLine>('/settings/organisations', { name })).data;
    for (const { customer } of people) await max.put(`/settings/customers/${customer.customerId}`, { organisation: id });
  }
});
afterAll(() => desk?.stop());

const opened = async (by: SignedIn, subject: string, body: string): Promise<string> => {
  const file = (await by.upload(`${subject}.png`, new Uint8Array(smallPng))).data.id;
  return (await by.post<TicketDetail>('/tickets', { category, subject, body, attachments: [file] })).data.reference;
};
const show = async (reference: string, by: SignedIn): Promise<TicketDetail> => (await by.get<TicketDetail>(`/tickets/${reference}`)).data;
const atDesk = async (reference: string): Promise<DeskTicketDetail> => (await ada.get<DeskTicketDetail>(`/tickets/${reference}`)).data;
const preview = (from: string, into: string) => ada.get<MergePreview>(`/tickets/${from}/merge?into=${into}`);
const merge = async (from: string, into: string) => ada.post(`/tickets/${from}/merge`, { into, confirmation: (await preview(from, into)).data.confirmation });
const reply = (reference: string, more: object) => ada.post<DeskTicketDetail>(`/tickets/${reference}/comments`, more);
const secrets = { cora: 'The strawberry pump leaks below the greenhouse', otto: 'Our blueberry pump drips behind the gymnasium' };
/** Requests of Cora and Otto that are worked on together in hers, after everything that could carry words was used. */
const together = async (): Promise<{ hers: string; his: string; links: Record<'hers' | 'his', string> }> => {
  const [hers, his] = [await opened(cora, 'Hers', secrets.cora), await opened(otto, 'His', secrets.otto)];
  await cora.post(`/tickets/${hers}/participants`, { email: eve.customer.email });
  const link = async (by: SignedIn, reference: string): Promise<string> => (await by.post<NewShareLink>(`/tickets/${reference}/share-links`, { days: 1 })).data.token;
  const links = { hers: await link(cora, hers), his: await link(otto, his) };
  await writeNote(desk.app, ada.agent, his, 'A secret of the desk.');
  expect((await merge(his, hers)).status).toBe(201);
  return { hers, his, links };
};

test('Ada is told before who reads what; without saying that she knows, or after it changed, nothing is done', async () => {
  const [hers, his] = [await opened(cora, 'Hers', secrets.cora), await opened(otto, 'His', secrets.otto)];
  await cora.post(`/tickets/${hers}/participants`, { email: eve.customer.email });
  const { data } = await preview(his, hers);
  expect(data).toMatchObject({ way: 'together', messages: 1, readers: { from: { requester: 'Otto Brandt', participants: [], colleagues: 'Lindenhof', links: 0 }, into: { requester: 'Cora Bell', participants: [eve.customer.email], colleagues: 'Hollin Court', links: 0 } } });
  expect(await ada.post(`/tickets/${his}/merge`, { into: hers })).toMatchObject({ status: 409, code: 'merge_unconfirmed' });
  // The confirmation of one pair says nothing of another, nor of the other direction.
  expect(await ada.post(`/tickets/${hers}/merge`, { into: his, confirmation: data.confirmation })).toMatchObject({ status: 409, code: 'merge_unconfirmed' });
  await otto.post(`/tickets/${his}/share-links`, { days: 1 });
  expect(await ada.post(`/tickets/${his}/merge`, { into: hers, confirmation: data.confirmation })).toMatchObject({ status: 409, code: 'merge_unconfirmed' });
  expect((await atDesk(hers)).joined).toEqual([]);
  expect((await merge(his, hers)).status).toBe(201);
});

describe('requests of Cora and Otto that are worked on together', () => {
  test('agents see as one: what Otto wrote stands beside, notes and files included, and what he writes later', async () => {
    const { hers, his } = await together();
    await otto.post(`/tickets/${his}/comments`, { body: 'It got worse.' });
    const { joined, lead, comments } = await atDesk(hers);
    expect([lead, comments.length]).toEqual([null, 1]);
    expect(joined).toMatchObject([{ reference: his, subject: 'His', requester: { name: 'Otto Brandt', email: otto.customer.email }, comments: [{ body: secrets.otto, attachments: [{ name: 'His.png' }] }, { internal: true }, { body: 'It got worse.' }] }]);
    expect((await atDesk(his)).lead).toEqual({ reference: hers, subject: 'Hers', requester: 'Cora Bell' });
  });

  test('stay apart for everybody else: pages, lists, search, files, histories, links, articles and mails', async () => {
    const { hers, his, links } = await together();
    await reply(hers, { body: 'We come on Monday.' });
    await otto.post(`/tickets/${his}/comments`, { body: 'Words of Otto afterwards.' });
    await desk.settle();
    const filesOf = async (reference: string): Promise<string> => (await atDesk(reference)).comments[0]?.attachments[0]?.id ?? '';
    const everything = async (by: SignedIn): Promise<string> => {
      const paths = [hers, his].flatMap((reference) => ['', '/page', '/events', '/articles', '/incidents'].map((part) => `/tickets/${reference}${part}`));
      const answers = await Promise.all([...paths, '/tickets?pageSize=100', '/tickets?scope=organisation&pageSize=100', '/tickets?q=pump', '/tickets?scope=organisation&q=pump'].map(async (path) => (await by.get(path)).text));
      return answers.join('\n') + JSON.stringify(await mailsTo(desk, by.customer.email));
    };
    for (const by of [cora, eve]) {
      const seen = await everything(by);
      expect(seen).toContain(secrets.cora);
      expect(seen).not.toMatch(new RegExp(`blueberry|Otto|${his}|secret of the desk`));
      expect((await by.get(`/attachments/${await filesOf(his)}`)).status).toBe(404);
    }
    for (const by of [otto, lena]) {
      const seen = await everything(by);
      expect(seen).toContain('blueberry');
      expect(seen).not.toMatch(new RegExp(`strawberry|Cora|${hers}|secret of the desk|We come on Monday`));
      expect((await by.get(`/attachments/${await filesOf(hers)}`)).status).toBe(404);
    }
    expect((await desk.visitor().get(`/shared/${links.hers}`)).text).not.toMatch(/blueberry|Otto/);
    expect((await desk.visitor().get(`/shared/${links.his}`)).text).not.toMatch(/strawberry|Cora|Monday/);
  });

  test('are told to Otto without a name or number, and to Cora not at all', async () => {
    const { hers, his } = await together();
    const lines = async (reference: string, by: SignedIn) => (await show(reference, by)).events.map(({ type, data }) => [type, data]);
    expect((await lines(his, otto)).at(-1)).toEqual(['ticket.joined', {}]);
    expect((await lines(hers, cora)).map(([type]) => type)).not.toContain('ticket.joined');
    expect(await show(his, otto)).toMatchObject({ state: 'new', may: { reply: true, close: true } });
    expect((await atDesk(hers)).events.at(-1)).toMatchObject({ type: 'ticket.joined', data: { from: his } });
  });

  test('get one reply where Ada says so: each on his own request, with its files and state; by mail, too', async () => {
    const { hers, his } = await together();
    await reply(hers, { body: 'Only for Cora.' });
    expect((await show(his, otto)).comments).toHaveLength(1);
    const file = (await ada.upload('plan.png', new Uint8Array(smallPng))).data.id;
    expect((await reply(hers, { body: 'The spare part comes tomorrow.', attachments: [file], state: 'solved', alsoTo: [his] })).status).toBe(201);
    for (const [reference, by] of [[hers, cora], [his, otto]] as const) {
      const { comments, state } = await show(reference, by);
      expect([state, comments.at(-1)?.body, comments.at(-1)?.attachments.map(({ name }) => name)]).toEqual(['solved', 'The spare part comes tomorrow.', ['plan.png']]);
      expect((await by.get(`/attachments/${comments.at(-1)?.attachments[0]?.id}`)).status).toBe(200);
    }
    await desk.settle();
    expect((await mailsTo(desk, otto.customer.email)).filter(({ text }) => text.includes('spare part comes tomorrow')).map(({ subject }) => subject.includes(his))).toEqual([true]);
  });

  test('a reply that can be taken back goes to both only once it is out, and comes back whole', async () => {
    const { hers, his } = await together();
    const { data } = await reply(hers, { body: 'Too early.', alsoTo: [his], holdSeconds: 30 });
    const [held] = data.held;
    expect((await show(his, otto)).comments).toHaveLength(1);
    expect((await ada.delete<{ alsoTo: string[] }>(`/tickets/${hers}/held-replies/${held?.id}`)).data.alsoTo).toEqual([his]);
    await reply(hers, { body: 'In time.', alsoTo: [his], holdSeconds: 1 });
    await otto.post(`/tickets/${his}/comments`, { body: 'Something he had not seen.' });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await (desk.app.plugin('portal').service('held-replies') as { releaseDue(): Promise<void> }).releaseDue();
    expect((await show(hers, cora)).comments.at(-1)?.body).toBe('In time.');
    expect((await show(his, otto)).comments.map(({ body }) => body)).toContain('In time.');
    // What Otto wrote meanwhile is the agents’ to answer; Cora wrote nothing.
    expect([(await show(his, otto)).turn, (await show(hers, cora)).turn]).toEqual(['agent', 'requester']);
  });

  test('a reply to both that repeats the words of one is not sent', async () => {
    const { hers, his } = await together();
    const body = `> ${secrets.otto}\n\nWe know.`;
    expect(await reply(hers, { body, alsoTo: [his] })).toMatchObject({ status: 409, code: 'reply_quotes_another' });
    expect(await reply(hers, { body, alsoTo: [his], holdSeconds: 5 })).toMatchObject({ status: 409, code: 'reply_quotes_another' });
    // Nor one to a single one of them that repeats the other's; his own he may read again.
    expect(await reply(hers, { body })).toMatchObject({ status: 409, code: 'reply_quotes_another' });
    expect([(await show(hers, cora)).comments.length, (await show(his, otto)).comments.length]).toEqual([1, 1]);
    expect((await reply(his, { body })).status).toBe(201);
    expect((await reply(his, { body: `> ${secrets.cora}` })).code).toBe('reply_quotes_another');
  });

  test('a reply goes to no request that is not worked on here', async () => {
    const [{ hers, his }, stranger] = [await together(), await opened(lena, 'Foreign', 'Words.')];
    for (const alsoTo of [[stranger], ['R-ZZZZZZ'], [his, stranger]]) expect(await reply(hers, { body: 'x', alsoTo })).toMatchObject({ status: 400, code: 'validation_failed' });
    expect(await reply(his, { body: 'x', alsoTo: [hers] })).toMatchObject({ status: 400 });
    expect((await show(stranger, lena)).comments).toHaveLength(1);
  });

  test('do not stand in a row: neither goes on elsewhere before it is by itself again', async () => {
    const [{ hers, his }, third] = [await together(), await opened(lena, 'Third', 'Words.')];
    for (const [from, into] of [[his, third], [third, his], [his, hers]] as const) expect(await preview(from, into)).toMatchObject({ status: 409, code: 'merge_refused' });
    expect((await merge(hers, third)).status).toBe(201);
    expect((await atDesk(third)).joined.map(({ reference }) => reference).sort()).toEqual([hers, his].sort());
    expect((await ada.delete(`/tickets/${his}/merge`)).status).toBe(200);
    expect((await ada.delete(`/tickets/${his}/merge`)).status).toBe(404);
    expect((await atDesk(third)).joined.map(({ reference }) => reference)).toEqual([hers]);
    expect((await show(his, otto)).events.at(-1)).toMatchObject({ type: 'ticket.separated', data: {} });
    expect(await reply(third, { body: 'x', alsoTo: [his] })).toMatchObject({ status: 400 });
  });

  test('follow into the request with which Cora’s becomes one', async () => {
    const [{ hers, his }, other] = [await together(), await opened(cora, 'Again', 'The same once more.')];
    expect((await merge(hers, other)).status).toBe(201);
    expect((await atDesk(other)).joined.map(({ reference }) => reference)).toEqual([his]);
    expect((await atDesk(his)).lead?.reference).toBe(other);
  });
});

test('who worked on one works on the other, too; each keeps its own promise', async () => {
  const [hers, his] = [await opened(cora, 'Hers', secrets.cora), await opened(otto, 'His', secrets.otto)];
  await ada.put(`/tickets/${hers}`, { assignee: ada.agent.id });
  const before = await atDesk(his);
  await merge(his, hers);
  const after = await atDesk(his);
  expect(after.assignee?.name).toBe('Ada');
  expect([after.due, after.turnSince, after.promises]).toEqual([before.due, before.turnSince, before.promises]);
});

test('Otto may be added to Cora’s by herself; a merge makes nobody a participant', async () => {
  const { hers } = await together();
  expect((await otto.get<TicketListItem[]>('/tickets')).data.map(({ reference }) => reference)).not.toContain(hers);
  expect((await show(hers, cora)).audience.map(({ name }) => name)).not.toContain(otto.customer.email);
});
