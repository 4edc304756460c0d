import { changeTicket, makeCategory, replyAsAgent, sendRequest } from '../../database/seeds/builders/requests';
import type { DeskTicketDetail } from '../../plugin/contracts/desk';
import type { TicketDetail } from '../../plugin/contracts/tickets';
import { mailsTo } from '../support/mailbox';
import { smallPng } from '../support/parcel-category';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let ada: LoggedIn;
let reference: string;
let noteFile: string;
const secret = 'PINEAPPLE this customer is difficult';

beforeAll(async () => {
  desk = await bootDesk();
  cora = await desk.customer('Cora Bell');
  ada = await desk.agent('Ada');
  const category = await makeCategory(desk.app, { name: 'Something else' });
  reference = await sendRequest(desk.app, cora.customer, { category, subject: 'A request', body: 'Her words.' });
  noteFile = (await ada.upload('pineapple.png', new Uint8Array(smallPng))).data.id;
  const { status } = await ada.post(`/tickets/${reference}/notes`, { body: secret, attachments: [noteFile] });
  if (status !== 201) throw new Error(`The note was not written: ${status}`);
  await changeTicket(desk.app, ada.agent, reference, { assignee: ada.agent });
  await replyAsAgent(desk.app, ada.agent, reference, 'A friendly answer.');
});
afterAll(() => desk?.stop());

const traces = /pineapple|difficult|note\.added|ticket\.assigned|internal/i;

describe('an internal note', () => {
  test('is there for the agents, marked, with its file', async () => {
    const { data } = await ada.get<DeskTicketDetail>(`/tickets/${reference}`);
    expect(data.comments.map(({ body, internal }) => [body, internal])).toEqual([['Her words.', false], [secret, true], ['A friendly answer.', false]]);
    expect(data.comments[1]?.attachments).toMatchObject([{ id: noteFile, name: 'pineapple.png' }]);
    expect(data.events.map(({ type }) => type)).toContain('note.added');
    expect((await ada.get(`/attachments/${noteFile}`)).status).toBe(200);
  });

  test('is in nothing that Cora can read', async () => {
    const paths = [`/tickets/${reference}`, `/tickets/${reference}/events`, '/tickets', '/tickets?state=active', '/me', '/me/sessions', '/categories', `/attachments?ids=${noteFile}`];
    for (const path of paths) {
      const { status, text } = await cora.get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(text).not.toMatch(traces);
    }
    const { text } = await cora.post(`/tickets/${reference}/comments`, { body: 'Thank you.' });
    expect(text).not.toMatch(traces);
  });

  test('does not count, and changes neither turn nor time of her request', async () => {
    const before = (await cora.get<TicketDetail>(`/tickets/${reference}`)).data;
    await ada.post(`/tickets/${reference}/notes`, { body: secret });
    expect((await cora.get<TicketDetail>(`/tickets/${reference}`)).data).toEqual(before);
  });

  test('is not found by her search, but her own words are', async () => {
    for (const words of ['pineapple', 'difficult']) expect((await cora.get(`/tickets?q=${words}`)).data).toEqual([]);
    expect((await cora.get('/tickets?q=friendly')).data).toHaveLength(1);
    // Agents find it (tests/server/inbox.test.ts).
    await desk.settle();
    expect((await ada.get('/tickets?q=pineapple')).data).toHaveLength(1);
    expect((await cora.get('/tickets?q=pineapple')).data).toEqual([]);
  });

  test('keeps its file from her: the same 404 as for one that never was', async () => {
    const missing = await cora.get(`/attachments/${'A'.repeat(43)}`);
    for (const answer of [await cora.get(`/attachments/${noteFile}`), await cora.delete(`/attachments/${noteFile}`)]) expect([answer.status, answer.text]).toEqual([404, missing.text]);
    const stolen = await cora.post(`/tickets/${reference}/comments`, { body: 'Mine?', attachments: [noteFile] });
    expect([stolen.status, stolen.error?.details.errors[0]?.path]).toEqual([400, 'attachments']);
  });

  test('is mailed to nobody', async () => {
    const mails = await mailsTo(desk, cora.customer.email);
    expect(mails.length).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(mails)).not.toMatch(traces);
    expect(await desk.app.db.query('plugin::portal.mail').count({ where: { to: { $ne: cora.customer.email } } })).toBe(0);
  });

  test('cannot be written by a customer, nor made public by one', async () => {
    expect((await cora.post(`/tickets/${reference}/notes`, { body: 'x' })).status).toBe(404);
    expect((await cora.send('POST', `${desk.url}/portal/tickets/${reference}/notes`, '{"body":"x"}', { 'content-type': 'application/json' })).status).toBe(401);
  });

  test('is in no draft of hers', async () => {
    await cora.put(`/drafts/reply.${reference}`, { values: { body: 'Half a reply' } });
    expect((await cora.get(`/drafts/reply.${reference}`)).text).not.toMatch(traces);
  });
});
