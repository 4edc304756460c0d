import { makeCategory, replyAsAgent, sendRequest } from '../../database/seeds/builders/requests';
import { at, portal } from '../../database/seeds/builders/services';
import type { DeskTicketDetail } from '../../plugin/contracts/desk';
import type { TicketDetail } from '../../plugin/contracts/tickets';
import { placesOf } from '../support/every-word';
import { handIn, inboundMail } from '../support/handed-in';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(120_000);
let desk: Desk;
let cora: SignedIn;
let otto: SignedIn;
let ada: LoggedIn;
let category: string;
const card = '4111 1111 1111 1111';
const account = 'DE89 3704 0044 0532 0130 00';
beforeAll(async () => {
  desk = await bootDesk(inboundMail);
  [cora, otto, ada] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt'), await desk.agent('Ada')];
  category = await makeCategory(desk.app, { name: 'Something else', fields: [{ name: 'note', label: 'Note', type: 'text', required: false, choices: [], help: '', dependsOn: null }] as never });
});
afterAll(() => desk?.stop());

const request = (more: object = {}) => ({ category, subject: 'A payment', body: `Pay with ${card}, please.`, ...more });
const everywhere = (word: RegExp): Promise<string[]> => placesOf(desk.app, desk.dataDirectory, word);
const messageOf = async (who: SignedIn, reference: string, index = 0): Promise<TicketDetail['comments'][number]> => (await who.get<TicketDetail>(`/tickets/${reference}`)).data.comments[index]!;

describe('before it is sent', () => {
  test('a secret is pointed out at its field, with what it looks like, and nothing is sent', async () => {
    const refused = await cora.post('/tickets', request({ fields: { note: account } }));
    expect([refused.status, refused.code]).toEqual([409, 'secret_found']);
    expect(refused.error?.details.errors).toEqual([
      { path: 'body', rule: 'not_allowed', message: 'This looks as if it had a card number in it.', found: ['card'] },
      { path: 'fields.note', rule: 'not_allowed', message: 'This looks as if it had a bank account in it.', found: ['iban'] },
    ]);
    expect(JSON.stringify(refused.error)).not.toMatch(/4111|DE89/);
    expect((await cora.get('/tickets')).data).toEqual([]);
    expect(await cora.post('/tickets/checks', request())).toMatchObject({ status: 409, code: 'secret_found' });
  });

  test('who means it sends it', async () => {
    const sent = await cora.post<TicketDetail>('/tickets', request({ allowSecrets: true }), { 'idempotency-key': 'sent-with-a-secret' });
    expect(sent.status).toBe(201);
    expect((await cora.post<TicketDetail>('/tickets', request({ allowSecrets: true }), { 'idempotency-key': 'sent-with-a-secret' })).data.reference).toBe(sent.data.reference);
    const reply = { body: 'My password is hunter22' };
    expect(await cora.post(`/tickets/${sent.data.reference}/comments`, reply)).toMatchObject({ status: 409, code: 'secret_found' });
    expect((await cora.post(`/tickets/${sent.data.reference}/comments`, { ...reply, allowSecrets: true })).status).toBe(201);
  });

  test('agents are asked as well, for notes and for replies', async () => {
    const reference = await sendRequest(desk.app, cora.customer, { category, subject: 'No secret', body: 'Words.' });
    for (const path of ['notes', 'comments']) {
      expect(await ada.post(`/tickets/${reference}/${path}`, { body: `It is ${card}` })).toMatchObject({ status: 409, code: 'secret_found' });
      expect((await ada.post(`/tickets/${reference}/${path}`, { body: `It is ${card}`, allowSecrets: true })).status).toBe(201);
    }
  });
});

describe('a mail with one', () => {
  test('is taken, and marked for agents, who take it out of every copy with one click', async () => {
    await handIn(desk, cora.customer.email, 'Mailed', 'The number is 5555 5555 5555 4444, thank you.\r\n');
    const { reference } = (await desk.app.db.query('plugin::portal.ticket').findOne({ where: { subject: 'Mailed' } })) as { reference: string };
    await desk.settle();
    const before = (await ada.get<DeskTicketDetail>(`/tickets/${reference}`)).data.comments[0]!;
    expect([before.secrets, before.mail !== null]).toEqual([['card'], true]);
    expect((await everywhere(/5555.?5555.?5555.?4444/)).length).toBeGreaterThan(2);
    expect((await ada.post(`/tickets/${reference}/comments/${before.id}/redactions`, {})).status).toBe(200);
    const after = (await ada.get<DeskTicketDetail>(`/tickets/${reference}`)).data;
    expect(after.comments[0]).toMatchObject({ body: 'The number is ▒▒▒▒ ▒▒▒▒ ▒▒▒▒ 4444, thank you.' });
    expect(after.comments[0]?.secrets).toBeUndefined();
    expect(after.events.at(-1)).toMatchObject({ type: 'comment.redacted', actor: { name: 'Ada' } });
    if (process.env.DATABASE_CLIENT !== 'postgres') await desk.app.db.connection.raw('VACUUM').then(() => desk.app.db.connection.raw('PRAGMA wal_checkpoint(TRUNCATE)'));
    expect(await everywhere(/5555.?5555.?5555.?4444/)).toEqual([]);
    expect((await ada.post(`/tickets/${reference}/comments/${before.id}/redactions`, {})).status).toBe(400);
  });
});

describe('words that were sent', () => {
  let reference: string;
  let id: string;
  beforeAll(async () => {
    ({ reference } = (await cora.post<TicketDetail>('/tickets', request({ subject: 'flamingo subject', body: `flamingo and ${account}`, allowSecrets: true }))).data);
    id = (await messageOf(cora, reference)).id;
    await replyAsAgent(desk.app, ada.agent, reference, 'You wrote of a flamingo.');
    await desk.settle();
  });

  test('Cora sees that her own message has a secret in it, and takes it out', async () => {
    expect((await messageOf(cora, reference)).secrets).toEqual(['iban']);
    expect((await cora.post(`/tickets/${reference}/comments/${id}/redactions`)).status).toBe(200);
    expect(await messageOf(cora, reference)).toMatchObject({ body: 'flamingo and ▒▒▒▒▒▒▒▒' });
    expect((await cora.get('/tickets?q=flamingo')).data).toHaveLength(1);
  });

  test('she chooses words of her own message only; an agent’s stay as they are', async () => {
    expect((await cora.post(`/tickets/${reference}/comments/${id}/redactions`, { words: ['flamingo'] })).status).toBe(200);
    const { data } = await cora.get<TicketDetail>(`/tickets/${reference}`);
    expect([data.subject, ...data.comments.map(({ body }) => body)]).toEqual(['▒▒▒▒▒▒▒▒ subject', '▒▒▒▒▒▒▒▒ and ▒▒▒▒▒▒▒▒', 'You wrote of a flamingo.']);
    const reply = data.comments[1]!;
    expect((await cora.post(`/tickets/${reference}/comments/${reply.id}/redactions`, { words: ['flamingo'] })).status).toBe(404);
  });

  test('an agent takes them out of everything', async () => {
    expect((await ada.post(`/tickets/${reference}/comments/${(await messageOf(cora, reference, 1)).id}/redactions`, { words: ['flamingo'] })).status).toBe(200);
    await desk.settle();
    await portal<{ tidy(): Promise<void> }>(desk.app, 'word-keeper').tidy();
    expect((await everywhere(/flamingo/i)).filter((place) => !/portal\.db/.test(place))).toEqual([]);
    expect((await ada.get('/tickets?q=flamingo')).data).toEqual([]);
  });

  test('not after a day, not by Otto, and not without the right', async () => {
    const later = new Date(Date.now() + 26 * 3_600_000);
    expect((await otto.post(`/tickets/${reference}/comments/${id}/redactions`)).status).toBe(404);
    const service = portal<{ byCustomer(viewer: object, reference: string, key: string, redaction: object): Promise<void> }>(desk.app, 'redactions');
    await expect(at(desk.app, later, () => service.byCustomer(cora.customer, reference, id, { words: ['and'] }))).rejects.toMatchObject({ details: { code: 'redaction_window_passed' } });
    const zoe = await desk.agent('Zoe', ['tickets.read', 'tickets.reply']);
    expect((await zoe.post(`/tickets/${reference}/comments/${id}/redactions`, {})).status).toBe(403);
  });

  test('the log says who, when and what kind, never the words', async () => {
    const entries = (await desk.app.db.query('plugin::portal.audit-entry').findMany({ where: { action: 'redacted' }, orderBy: { id: 'asc' } })) as unknown as { who: string; what: string; after: object }[];
    expect(entries.map(({ who }) => who)).toEqual(['Ada', 'customer', 'customer', 'Ada']);
    expect(entries[1]).toMatchObject({ what: `request ${reference}`, after: { kinds: ['iban'], places: 1 } });
    expect(JSON.stringify(entries)).not.toMatch(/flamingo|DE89|5555/);
  });
});
