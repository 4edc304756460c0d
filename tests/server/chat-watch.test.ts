import { randomUUID } from 'node:crypto';
import { at, portal } from '../../database/seeds/builders/services';
import type { Chat, ChatMessage, ChatSeat, ChatShelfAnswer } from '../../plugin/contracts/chat';
import { begin, chatDesk, chatPageOf, doorFor, inChat, seat, type Chatter } from '../support/chats';
import { configure } from '../support/configured';
import { placesOf } from '../support/every-word';
import { mailsTo } from '../support/mailbox';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let ada: LoggedIn;
let ben: LoggedIn;
beforeAll(async () => {
  desk = await bootDesk({ ...chatDesk, TRUST_PROXY: 'true' });
  cora = await desk.customer('Cora Bell');
  [ada, ben] = [await desk.agent('Ada'), await desk.agent('Ben')];
});
beforeEach(async () => {
  for (const agent of [ada, ben]) await seat(agent);
});
afterAll(() => desk?.stop());

interface Watch {
  freeVanished(): Promise<void>;
  endSilent(): Promise<void>;
  forget(): Promise<void>;
}
const inMinutes = <Result>(minutes: number, work: () => Promise<Result>): Promise<Result> => at(desk.app, new Date(Date.now() + minutes * 60_000), work);
const watch = (): Watch => portal<Watch>(desk.app, 'chat-watch');
const mailDue = (minutes: number): Promise<void> => inMinutes(minutes, () => portal<{ mailDue(): Promise<void> }>(desk.app, 'chat-mails').mailDue());
const guest = (text: string, more: object = {}): Promise<Chatter> => begin(desk.visitor(), text, more);
const accept = (who: LoggedIn, { key }: Chatter) => who.post(`/chats/${key}/acceptance`);
const say = (who: LoggedIn, { key }: Chatter, text: string) => who.post<ChatMessage>(`/chats/${key}/messages`, { text }, { 'idempotency-key': randomUUID() });
const happenings = ({ messages }: Chat): (string | null)[] => messages.filter(({ author }) => author.kind === 'event').map(({ happened }) => happened);
const counts = async (who = ada): Promise<ChatShelfAnswer['counts']> => (await who.get<ChatShelfAnswer>('/chats')).data.counts;

describe('when nobody does anything', () => {
  test('the chats of an agent who is gone go back to the queue before later ones, and he is away', async () => {
    const chat = await guest('Still there?');
    await accept(ada, chat);
    await say(ada, chat, 'One moment.');
    const later = await guest('After him');
    await inMinutes(1, () => watch().freeVanished());
    expect((await chat.show()).state).toBe('open');
    await inMinutes(3, () => watch().freeVanished());
    expect(await chat.show()).toMatchObject({ state: 'waiting', agent: null, ahead: 0 });
    expect((await later.show()).ahead).toBe(1);
    expect(happenings(await chat.show())).toEqual(['joined', 'agent_left']);
    expect((await ada.get<ChatSeat>('/chat-seat')).data).toMatchObject({ available: false, open: 0 });
    expect((await chat.write('Hello?')).status).toBe(201);
    expect((await accept(ben, chat)).status).toBe(201);
    for (const each of [chat, later]) await each.post('closure');
  });

  test('an open chat ends, and one that waited for nothing is left to be answered later', async () => {
    const [open, waiting] = [await guest('One'), await guest('Two')];
    await accept(ada, open);
    await inMinutes(59, () => watch().endSilent());
    expect((await open.show()).state).toBe('open');
    await inMinutes(61, () => watch().endSilent());
    expect([happenings(await open.show()), happenings(await waiting.show())]).toEqual([['joined', 'ended_by_silence'], ['left_message']]);
    expect((await waiting.show()).state).toBe('left');
    // He comes back while somebody is there: he waits again.
    await waiting.write('I am back');
    expect((await waiting.show()).state).toBe('waiting');
    await waiting.post('closure');
  });
});

describe('the door', () => {
  test('is busy when all are, and closed when nobody is there; what is left is answered by mail or request', async () => {
    await seat(ben, 1, false);
    await seat(ada, 1);
    const first = await guest('One');
    await accept(ada, first);
    expect((await doorFor(desk.visitor())).service).toBe('busy');
    await seat(ada, 1, false);
    expect(await doorFor(desk.visitor())).toMatchObject({ service: 'closed', opensAt: null, ask: { email: 'required' } });
    expect((await desk.visitor().post('/chats', { text: 'Nobody?' })).error?.details.errors).toMatchObject([{ path: 'email', rule: 'required' }]);
    const left = await guest('Nobody?', { email: 'Lea@example.net' });
    expect(await left.show()).toMatchObject({ state: 'left', ahead: null, transcriptTo: 'lea@example.net' });
    expect((await counts()).left).toBe(1);
    await seat(ada, 4);
    await accept(ada, left);
    await say(ada, left, 'Here I am.');
    expect((await left.show()).state).toBe('open');
    for (const each of [first, left]) await each.post('closure');
  });

  test('follows office hours where the settings say so, and tells when they begin', async () => {
    const planner = await desk.agent('Hal', ['hours.manage']);
    const day = ((new Date(Date.now() + 2 * 86_400_000).getUTCDay() + 6) % 7) + 1;
    expect((await planner.put('/business-hours', { timeZone: 'UTC', openings: [{ day, from: '09:00', to: '10:00' }], holidays: [] })).status).toBe(200);
    await configure(desk, 'chat.officeHours', true);
    const door = await doorFor(desk.visitor());
    expect(door.service).toBe('closed');
    expect(door.opensAt).toMatch(/T09:00:00\.000Z$/);
    await configure(desk, 'chat.officeHours', false);
    expect(await doorFor(desk.visitor())).toMatchObject({ service: 'open', opensAt: null });
  });

  test('is for customers alone, or not there, where the settings say so', async () => {
    await configure(desk, 'chat.guests', false);
    expect(await desk.visitor().post('/chats', { text: 'Guest' })).toMatchObject({ status: 401, code: 'not_signed_in' });
    expect((await desk.visitor().get('/chats')).status).toBe(401);
    const chat = await begin(cora, 'Customer');
    expect(chat.token).toBeNull();
    await chat.post('closure');
    await configure(desk, 'chat.guests', true);
    await configure(desk, 'features.liveChat', false);
    expect([(await desk.visitor().get('/chats')).status, (await cora.get(`/chats/${chat.key}`)).status]).toEqual([404, 404]);
    await configure(desk, 'features.liveChat', true);
  });
});

describe('by mail', () => {
  test('comes what an agent wrote and nobody saw, once until its reader is there again; what was seen does not', async () => {
    const chat = await guest('A question', { email: 'mia@example.net', name: 'Mia', language: 'de' });
    await accept(ada, chat);
    await say(ada, chat, 'A first answer');
    await say(ada, chat, 'A second answer');
    await mailDue(5);
    expect(await mailsTo(desk, 'mia@example.net')).toEqual([]);
    await Promise.all([mailDue(11), mailDue(11)]);
    await say(ada, chat, 'A third answer');
    await mailDue(30);
    const mails = await mailsTo(desk, 'mia@example.net');
    expect(mails.map(({ subject }) => subject)).toEqual(['Eine Antwort in Ihrem Chat mit Northwind Help']);
    expect(mails[0]?.text).toMatch(/Guten Tag Mia[\s\S]*A first answer[\s\S]*A second answer[\s\S]*\/support\/chat/);
    await chat.post('readings', { message: 5 });
    await say(ada, chat, 'Seen at once');
    await chat.post('readings', { message: 6 });
    await mailDue(30);
    expect(await mailsTo(desk, 'mia@example.net')).toHaveLength(1);
    await chat.post('closure');
  });

  test('comes all that was said, to whoever asks for it: once for each state of the chat', async () => {
    const chat = await begin(cora, 'Word of Cora');
    await accept(ada, chat);
    await say(ada, chat, 'Word of Ada');
    for (const _twice of [1, 2]) expect((await chat.post('transcript')).status).toBe(202);
    const mails = await mailsTo(desk, cora.customer.email);
    expect(mails.filter(({ subject }) => subject === 'Your chat with Northwind Help')).toHaveLength(1);
    expect(mails[0]?.text).toMatch(/Cora Bell[\s\S]*Word of Cora[\s\S]*Ada[\s\S]*Word of Ada/);
    await chat.post('closure');
    const nameless = await guest('No address');
    expect((await nameless.post('transcript')).error?.details.errors).toMatchObject([{ path: 'email', rule: 'required' }]);
    await nameless.post('closure');
  });
});

describe('against abuse', () => {
  const from = (address: string) => ({ 'x-forwarded-for': address });

  test('a blocked guest begins no other chat, with his token or from his network, and others do', async () => {
    const chat = await begin(desk.visitor(), 'Rude', {}, from('198.51.100.7'));
    const page = await chatPageOf(desk, chat);
    expect((await ada.post(`/chats/${chat.key}/blocking`, { hours: 1, reason: 'Rude' })).status).toBe(201);
    await page.hears(({ message }) => message === 2);
    page.socket.disconnect();
    expect((await chat.show()).state).toBe('ended');
    expect(await desk.visitor().post('/chats', { text: 'Again' }, { 'portal-visitor': chat.token!, ...from('203.0.113.1') })).toMatchObject({ status: 403, code: 'chat_blocked' });
    expect(await desk.visitor().post('/chats', { text: 'Again' }, from('198.51.100.7'))).toMatchObject({ status: 403, code: 'chat_blocked' });
    const other = await begin(desk.visitor(), 'Kind', {}, from('198.51.100.8'));
    await other.post('closure');
    expect(await placesOf(desk.app, desk.dataDirectory, /198\.51\.100\.7/)).toEqual([]);
    await inMinutes(2 * 24 * 60, () => watch().forget());
    const kept = (await desk.app.db.query('plugin::portal.chat' as 'plugin::portal.session').findMany({ limit: 500 })) as unknown as { addressHash: string | null; state: string }[];
    expect(kept.filter(({ addressHash, state }) => state === 'ended' && addressHash !== null)).toEqual([]);
    expect((await desk.visitor().post('/chats', { text: 'Later' }, from('198.51.100.7'))).status).toBe(201);
  });

  test('a flood from one token is stopped, and the flood of his network leaves others alone', async () => {
    const chat = await guest('Flood');
    await configure(desk, 'limits.rateLimiting.chatMessagesPerMinute', 3);
    const answers = [];
    for (let n = 0; n < 5; n += 1) answers.push(await chat.write(`Again ${n}`));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 429, 429]);
    expect(answers[4]?.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await (await guest('Me')).write('Still')).status).toBe(201);
    await configure(desk, 'limits.rateLimiting.chatMessagesPerMinute', 100_000);
  });
});

test('what is kept no longer goes, words and all; nothing else does', async () => {
  const [old, open] = [await guest('heronold'), await guest('heronopen')];
  await old.post('closure');
  await inMinutes(181 * 24 * 60, () => portal<{ run(): Promise<unknown> }>(desk.app, 'retention').run());
  expect((await inChat(old.who, old.key, old.token).show())).toBeNull();
  expect((await open.show()).messages[0]?.text).toBe('heronopen');
  expect((await placesOf(desk.app, desk.dataDirectory, /heronold/)).filter((place) => !/portal\.db/.test(place))).toEqual([]);
});
