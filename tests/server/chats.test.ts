import { createHmac, randomUUID } from 'node:crypto';
import { makeCategory } from '../../database/seeds/builders/requests';
import type { Chat, ChatMessage, ChatShelfAnswer, DeskChat } from '../../plugin/contracts/chat';
import type { TicketDetail } from '../../plugin/contracts/tickets';
import { begin, chatDesk, chatPageOf, doorFor, heard, inChat, seat, type Chatter } from '../support/chats';
import { agentPage } from '../support/live-client';
import { mailsTo } from '../support/mailbox';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(120_000);
let desk: Desk;
let cora: SignedIn;
let otto: SignedIn;
let ada: LoggedIn;
let ben: LoggedIn;
let category: string;
beforeAll(async () => {
  desk = await bootDesk(chatDesk);
  [cora, otto] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt')];
  [ada, ben] = [await desk.agent('Ada'), await desk.agent('Ben')];
  category = await makeCategory(desk.app, { name: 'Something else' });
  for (const agent of [ada, ben]) await seat(agent);
});
afterAll(() => desk?.stop());

const guest = (text: string, more: object = {}): Promise<Chatter> => begin(desk.visitor(), text, more);
const shelf = async (name: string, who = ada): Promise<ChatShelfAnswer> => (await who.get<ChatShelfAnswer>(`/chats?shelf=${name}`)).data;
const accept = (who: LoggedIn, { key }: Pick<Chatter, 'key'>) => who.post<DeskChat>(`/chats/${key}/acceptance`);
const say = (who: LoggedIn, { key }: Pick<Chatter, 'key'>, text: string, once: string = randomUUID()) => who.post<ChatMessage>(`/chats/${key}/messages`, { text }, { 'idempotency-key': once });
const textsOf = (messages: ChatMessage[]): string[] => messages.map(({ text, happened }) => happened ?? text);

describe('a chat of a guest', () => {
  test('begins, waits in the queue, is taken, talked in both ways, ended and rated', async () => {
    expect(await doorFor(desk.visitor())).toMatchObject({ service: 'open', ahead: 0, ask: { name: 'optional', email: 'optional' }, current: null });
    const first = await guest('Where is **my** parcel?', { name: 'Gus', source: 'widget', page: 'https://shop.example.com/cart' });
    const second = await guest('And mine?');
    expect([(await first.show()).ahead, (await second.show()).ahead]).toEqual([0, 1]);
    expect((await shelf('waiting')).chats.map(({ key, unread }) => [key, unread])).toEqual([[first.key, 1], [second.key, 1]]);

    expect(await accept(ada, first)).toMatchObject({ status: 201, data: { chat: { state: 'open', page: 'https://shop.example.com/cart', visitor: { name: 'Gus', proven: false } } } });
    expect((await second.show()).ahead).toBe(0);
    expect(await say(ada, first, 'It left today.')).toMatchObject({ status: 201, data: { id: 3, author: { kind: 'agent', name: 'Ada' } } });
    expect((await first.write('Thank you. 🎉 شكرا')).status).toBe(201);
    const chat = await first.show();
    expect(chat).toMatchObject({ state: 'open', agent: { name: 'Ada' }, ahead: null, ratable: false, transcriptTo: null });
    expect(textsOf(chat.messages)).toEqual(['Where is **my** parcel?', 'joined', 'It left today.', 'Thank you. 🎉 شكرا']);
    expect(chat.messages[0]?.html).toContain('<strong>my</strong>');
    expect(textsOf((await first.show(3)).messages)).toEqual(['Thank you. 🎉 شكرا']);

    await ada.post(`/chats/${first.key}/readings`, { message: 4 });
    expect((await first.show()).seen).toBe(4);
    expect(await first.post('closure')).toMatchObject({ status: 201, data: { state: 'ended', ratable: true } });
    expect(await first.write('One more thing')).toMatchObject({ status: 409, code: 'chat_ended' });
    const rated = await first.who.put<Chat>(`/chats/${first.key}/rating`, { score: 5, comment: 'Quick.' }, { 'portal-visitor': first.token! });
    expect(rated.data.rating).toEqual({ score: 5, comment: 'Quick.' });
    expect((await doorFor(first.who, first.token)).current).toBeNull();
    await second.post('closure');
  });

  test('is one chat in two tabs, and one where its beginning is sent twice', async () => {
    const once = { 'idempotency-key': randomUUID() };
    const who = desk.visitor();
    const [sent, again] = await Promise.all([who.post<Chat>('/chats', { text: 'Twice' }, once), who.post<Chat>('/chats', { text: 'Twice' }, once)]);
    expect([sent.status, again.status].sort()).toEqual([200, 201]);
    const tokens = [sent, again].map(({ text }) => (JSON.parse(text) as { meta: { visitor: string } }).meta.visitor);
    expect(tokens[0]).toBe(tokens[1]);
    expect(sent.data.key).toBe(again.data.key);
    const chat = inChat(who, sent.data.key, tokens[0]!);
    const tab = await begin(who, 'From another tab', {}, { 'portal-visitor': tokens[0]! });
    expect([tab.key, tab.token]).toEqual([chat.key, null]);
    expect(textsOf((await chat.show()).messages)).toEqual(['Twice', 'From another tab']);
    const key = randomUUID();
    const twice = await Promise.all([chat.write('Once', key), chat.write('Once', key)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(textsOf((await chat.show(2)).messages)).toEqual(['Once']);
    await chat.post('closure');
  });

  test('is refused what is too long, empty, secret, or not its own', async () => {
    const chat = await guest('Hello');
    expect(await chat.write('x'.repeat(4001))).toMatchObject({ status: 400, code: 'validation_failed' });
    expect(await chat.write('  ')).toMatchObject({ status: 400 });
    expect((await chat.write('x'.repeat(1_100_000))).status).toBe(413);
    expect(await chat.write('My card is 4111 1111 1111 1111')).toMatchObject({ status: 409, code: 'secret_found' });
    const other = await guest('Me too');
    const foreign = inChat(other.who, chat.key, other.token);
    for (const each of [foreign, inChat(desk.visitor(), chat.key, null), inChat(desk.visitor(), chat.key, 'A'.repeat(43)), inChat(otto, chat.key, null)]) {
      expect(await each.write('Intruder')).toMatchObject({ status: 404, code: 'not_found' });
      for (const path of ['closure', 'departure', 'transcript']) expect((await each.post(path)).status).toBe(404);
      expect((await each.post('readings', { message: 1 })).status).toBe(404);
      expect((await each.who.get(`/chats/${chat.key}`, each.token ? { 'portal-visitor': each.token } : {})).text).toBe((await each.who.get(`/chats/${'Z'.repeat(22)}`)).text);
      await expect(chatPageOf(desk, each)).rejects.toThrow('not_signed_in');
    }
    await expect(chatPageOf(desk, chat, { origin: 'https://evil.example' })).rejects.toThrow('origin_refused');
    const watcher = await desk.agent('Wim', ['tickets.read', 'tickets.reply']);
    expect((await watcher.get('/chats')).status).toBe(403);
    for (const each of [chat, other]) await each.post('closure');
  });

  test('brings who he is from the site that signs it, and nothing that was not signed', async () => {
    const jwt = (claims: object, secret = chatDesk.PORTAL_CHAT_SECRET, alg = 'HS256'): string => {
      const text = [{ alg, typ: 'JWT' }, { sub: '7', email: 'Vera@example.net', name: 'Vera', aud: 'chat', exp: Math.floor(Date.now() / 1000) + 600, ...claims }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
      return `${text}.${alg === 'none' ? '' : createHmac('sha256', secret).update(text).digest('base64url')}`;
    };
    const chat = await guest('It is me', { identity: jwt({}) });
    expect((await shelf('waiting')).chats.find(({ key }) => key === chat.key)?.visitor).toEqual({ name: 'Vera', email: 'vera@example.net', proven: true });
    for (const identity of [jwt({}, 'another secret of the same length as that'), jwt({}, undefined, 'none'), jwt({ aud: 'shop' }), jwt({ exp: 1 }), 'a.b.c', 'x']) {
      expect(await desk.visitor().post('/chats', { text: 'Not me', identity })).toMatchObject({ status: 401, code: 'identity_refused' });
    }
    await chat.post('closure');
  });
});

describe('two agents', () => {
  test('who take the same chat at once: one has it, the other is told so', async () => {
    const chat = await guest('Anybody?');
    const both = await Promise.all([accept(ada, chat), accept(ben, chat)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.code).toBe('chat_taken');
    const [winner, loser] = both[0]!.status === 201 ? [ada, ben] : [ben, ada];
    expect((await accept(winner, chat)).status).toBe(201);
    expect(textsOf((await chat.show()).messages)).toEqual(['Anybody?', 'joined']);
    expect(await say(loser, chat, 'Me')).toMatchObject({ status: 409, code: 'chat_taken' });
    expect((await winner.post(`/chats/${chat.key}/transfer`, { agent: loser.agent.id })).status).toBe(201);
    expect((await say(loser, chat, 'Now me')).status).toBe(201);
    expect((await loser.post(`/chats/${chat.key}/transfer`, { agent: 999_999 })).status).toBe(400);
    await loser.post(`/chats/${chat.key}/transfer`, { agent: null });
    expect(await chat.show()).toMatchObject({ state: 'waiting', agent: null, ahead: 0 });
    await chat.post('closure');
  });

  test('take no more than they have room for, also with two hands', async () => {
    const chats = [await guest('One'), await guest('Two'), await guest('Three')];
    const cyd = await desk.agent('Cyd');
    await seat(cyd, 2);
    const taken = await Promise.all(chats.map((chat) => accept(cyd, chat)));
    expect(taken.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
    expect(taken.find(({ status }) => status === 409)?.code).toBe('limit_reached');
    await seat(cyd, 2, false);
    for (const chat of chats) await chat.post('closure');
  });
});

test('fifty who write at once are heard in one order, and nobody who reads meanwhile misses one', async () => {
  const chat = await guest('Go');
  await accept(ada, chat);
  const seen: number[] = [];
  let going = true;
  const reading = (async () => {
    for (let after = 0, last = false; !last; ) {
      last = !going;
      const { messages } = await chat.show(after);
      seen.push(...messages.map(({ id }) => id));
      after = messages.at(-1)?.id ?? after;
    }
  })();
  const answers = await Promise.all(Array.from({ length: 50 }, (_none, index) => (index % 2 === 0 ? chat.write(`v${index}`) : say(ada, chat, `a${index}`))));
  going = false;
  await reading;
  expect(answers.every(({ status }) => status === 201)).toBe(true);
  expect(seen).toEqual(Array.from({ length: 52 }, (_none, index) => index + 1));
  await chat.post('closure');
});

describe('news of a chat', () => {
  test('comes to its visitor and to agents at once, and to nobody else; typing goes both ways', async () => {
    const [chat, other] = [await guest('Live?'), await guest('Other')];
    const [mine, his, agent] = [await chatPageOf(desk, chat), await chatPageOf(desk, other), await agentPage(desk.url, ada)];
    const told: { chat: string; message: number; typing?: boolean }[] = [];
    for (const name of ['chat', 'chatTyping']) agent.socket.on(name, (each: { chat: string; message: number }) => told.push(each));
    await accept(ada, chat);
    await mine.hears(({ message }) => message === 2);
    await chat.write('Hello');
    await heard(agent.socket, 'chat', told, ({ chat: key, message }) => key === chat.key && message === 3);
    mine.socket.emit('typing', { typing: true });
    await heard(agent.socket, 'chatTyping', told, ({ chat: key, typing }) => key === chat.key && typing === true);
    agent.socket.emit('chatTyping', { chat: other.key, typing: true });
    agent.socket.emit('chatTyping', { chat: chat.key, typing: true });
    await heard(mine.socket, 'typing', mine.typing, ({ typing }) => typing);
    await desk.settle();
    expect(his.typing).toEqual([]);
    expect(his.news.filter(({ chat: key }) => key !== other.key)).toEqual([]);
    // Told at once, and not told again by the outbox.
    expect(mine.news.filter(({ message }) => message === 3)).toHaveLength(1);
    for (const page of [mine, his]) page.socket.disconnect();
    agent.close();
    for (const each of [chat, other]) await each.post('closure');
  });
});

describe('a chat that becomes a request', () => {
  const hand = (who: LoggedIn, { key }: Chatter, more: object = {}) => who.post<{ reference: string }>(`/chats/${key}/request`, { subject: 'A lost parcel', category, ...more });

  test('of a customer carries what was said, and both know its reference', async () => {
    const chat = await begin(cora, 'It is lost.');
    await accept(ada, chat);
    await say(ada, chat, 'I look for it.');
    expect(await hand(ben, chat)).toMatchObject({ status: 409, code: 'chat_taken' });
    expect(await hand(ada, chat, { category: 'none' })).toMatchObject({ status: 400 });
    const [made, again] = [await hand(ada, chat), await hand(ada, chat)];
    expect([made.status, again.data.reference]).toEqual([201, made.data.reference]);
    expect(await chat.show()).toMatchObject({ state: 'ended', request: made.data.reference });
    const { data } = await cora.get<TicketDetail>(`/tickets/${made.data.reference}`);
    expect(data.comments[0]?.body).toBe('**Cora Bell**\n\nIt is lost.\n\n**Ada**\n\nI look for it.');
    expect((await otto.get(`/tickets/${made.data.reference}`)).status).toBe(404);
  });

  test('of a guest needs his address, and makes him a customer without a password', async () => {
    const chat = await guest('No account here.');
    expect((await hand(ada, chat)).error?.details.errors).toMatchObject([{ path: 'email', rule: 'required' }]);
    const { data } = await hand(ada, chat, { email: 'gisela@example.net' });
    expect((await chat.show()).request).toBe(data.reference);
    expect((await mailsTo(desk, 'gisela@example.net'))[0]?.subject).toContain(data.reference);
  });
});
