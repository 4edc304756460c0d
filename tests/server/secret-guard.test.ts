import { makeCategory, replyAsAgent, sendRequest } from '../../database/seeds/builders/requests';
import { at, portal } from '../../database/seeds/builders/services';
import type { ChatShelfAnswer, DeskChat } from '../../plugin/contracts/chat';
import type { DeskTicketDetail } from '../../plugin/contracts/desk';
import type { TicketDetail } from '../../plugin/contracts/tickets';
import { begin, chatDesk, chatPageOf, seat, type Chatter } from '../support/chats';
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
  desk = await bootDesk({ ...inboundMail, ...chatDesk });
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

describe('words that an agent takes out of a chat', () => {
  beforeAll(() => seat(ada));
  const redact = (who: LoggedIn, chat: Chatter, message: number, words: string[] = []) => who.post(`/chats/${chat.key}/messages/${message}/redactions`, { words });
  const inRows = async (word: RegExp): Promise<string[]> => (await everywhere(word)).filter((place) => !/portal\.db/.test(place));

  test('are gone from it, from what was mailed, from what articles were looked for with, and from the request that it became; open pages read again', async () => {
    const text = `Take it from ${card}, says Quentin.`;
    await desk.visitor().post('/knowledge/suggestions', { subject: text, body: text });
    const chat = await begin(desk.visitor(), text, { email: 'quirin@example.net', allowSecrets: true });
    await ada.post(`/chats/${chat.key}/acceptance`);
    const page = await chatPageOf(desk, chat);
    await ada.post(`/chats/${chat.key}/messages`, { text: 'I have noted it, Quentin.' });
    await chat.post('transcript');
    const made = await ada.post<{ reference: string }>(`/chats/${chat.key}/request`, { subject: 'Of Quentin', category });
    await desk.settle();
    const { data } = await ada.get<DeskChat>(`/chats/${chat.key}`);
    expect([data.chat.messages[0]?.secrets, (await chat.show()).messages[0]?.secrets]).toEqual([['card'], undefined]);
    expect((await inRows(/4111 1111 1111 1111, says|Quentin/)).length).toBeGreaterThan(4);
    expect((await redact(ada, chat, 1)).status).toBe(200);
    await page.hears(({ message }) => message > 4);
    expect((await redact(ada, chat, 3, ['Quentin'])).status).toBe(200);
    page.socket.disconnect();
    await desk.settle();
    const { messages } = await chat.show();
    expect(messages.map(({ text: said, happened }) => happened ?? said)).toEqual(['Take it from ▒▒▒▒ ▒▒▒▒ ▒▒▒▒ 1111, says ▒▒▒▒▒▒▒▒.', 'joined', 'I have noted it, ▒▒▒▒▒▒▒▒.', 'handed_over', 'redacted', 'redacted']);
    expect((await ada.get<ChatShelfAnswer>('/chats?shelf=ended')).data.chats.find(({ key }) => key === chat.key)?.excerpt).toBe('I have noted it, ▒▒▒▒▒▒▒▒.');
    expect(await inRows(/4111 1111 1111 1111, says|Quentin/)).toEqual([]);
    expect((await ada.get<{ subject: string }>(`/tickets/${made.data.reference}`)).data.subject).toBe('Of ▒▒▒▒▒▒▒▒');
  });

  test('only where they are, by who may, and noted without them', async () => {
    const chat = await begin(desk.visitor(), 'A secret of sorts.');
    expect((await redact(ada, chat, 1)).error?.details.errors).toMatchObject([{ path: 'words', rule: 'required' }]);
    expect((await redact(ada, chat, 1, ['walrus'])).error?.details.errors).toMatchObject([{ path: 'words', rule: 'not_allowed' }]);
    for (const message of [0, 2, 99]) expect((await redact(ada, chat, message, ['secret'])).status).toBe(404);
    expect((await ada.post('/chats/nnnnnnnnnnnnnnnnnnnnnn/messages/1/redactions', { words: ['secret'] })).status).toBe(404);
    for (const [name, right] of [['Zoe', 'chats.answer'], ['Yan', 'tickets.redact']] as const) expect((await redact(await desk.agent(name, [right]), chat, 1, ['secret'])).status).toBe(403);
    const entries = await desk.app.db.query('plugin::portal.audit-entry').findMany({ where: { what: { $startsWith: 'chat ' }, action: 'redacted' } });
    expect([entries.length, JSON.stringify(entries).includes('Quentin')]).toEqual([2, false]);
    await chat.post('closure');
  });
});
