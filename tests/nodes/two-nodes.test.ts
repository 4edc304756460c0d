import { setTimeout as pause } from 'node:timers/promises';
import type { ChatNews, ChatTyping } from '../../plugin/contracts/chat';
import { agentClient } from '../support/agent';
import { begin, chatPageOf, heard } from '../support/chats';
import { agentPage, customerPage, type LivePage } from '../support/live-client';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';
import { scratchDirectory } from '../support/scratch';
import { demoPassword } from '../support/people';
import { Visitor } from '../support/visitor';
import { startBalancer, type Balancer } from './balancer';

jest.setTimeout(300_000);
/** Sockets of each of the two customers: 2,000 together. */
const each = 1000;
const openedAtOnce = 100;
let first: RunningApp;
let second: RunningApp;
let balancer: Balancer;
let category: string;
const references: Record<'cora' | 'otto', string> = { cora: '', otto: '' };

/** A page whose line goes through the balancer, and what it would know of a lost one. */
interface Viewer extends LivePage {
  reference: string;
  seen: number;
  /** How it learnt of something after its line was lost: that it missed it, or as news. */
  missed: boolean[];
}
let viewers: Viewer[] = [];

const cookieOf = async (email: string): Promise<string> => {
  const answer = await fetch(`${first.url}/api/portal/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password: demoPassword }) });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
};
const lastEvent = async (reference: string): Promise<number> => (await (await agentClient(first)).show(reference)).data.events.at(-1)?.id ?? 0;
const view = async (cookie: string, reference: string, seen: number): Promise<Viewer> => {
  // Whoever stands before it, the node knows the portal by its own name.
  const page = await customerPage(balancer.url, cookie, { reconnection: true, headers: { origin: first.url } });
  const viewer: Viewer = { ...page, reference, seen, missed: [] };
  page.socket.on('connect', () => void page.ask<boolean>('missed', { reference, seen: viewer.seen }).then((changed) => viewer.missed.push(changed), () => undefined));
  return viewer;
};
const viewAll = async (cookie: string, reference: string, seen: number): Promise<void> => {
  for (let opened = 0; opened < each; opened += openedAtOnce) viewers.push(...(await Promise.all(Array.from({ length: openedAtOnce }, () => view(cookie, reference, seen)))));
};
const until = async (isSo: () => boolean, patienceMs: number): Promise<number> => {
  const began = Date.now();
  while (!isSo() && Date.now() - began < patienceMs) await pause(20);
  return Date.now() - began;
};
const ofOne = (who: 'cora' | 'otto'): Viewer[] => viewers.filter(({ reference }) => reference === references[who]);

beforeAll(async () => {
  const shared = { DATABASE_CLIENT: 'postgres', DATABASE_URL: process.env.DATABASE_URL ?? '', DATABASE_SCHEMA: 'desk', PORTAL_DATA_DIR: scratchDirectory('nodes'), PORTAL_REDIS_URL: process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379', PORTAL_LIVE_CHAT: 'true', PORTAL_LIVE_PER_CUSTOMER: '2000', PORTAL_LIVE_PER_ADDRESS: '10000' };
  first = await startApp(shared);
  second = await startApp({ ...shared, PORTAL_HOSTS: new URL(first.url).host });
  balancer = await startBalancer([first, second].map(({ url }) => Number(new URL(url).port)));
  category = (await (await agentClient(first, 'max@example.com')).makeCategory({ name: 'Of two nodes', position: 9400, fields: [] })).data.slug;
  for (const who of ['cora', 'otto'] as const) {
    const email = who === 'cora' ? 'cora@example.com' : 'otto@example.org';
    references[who] = await (await new PortalClient(first.portal).signIn(email)).sendRequest(category, `Two nodes, ${who}`, 'Does it reach me?');
    const [cookie, seen] = [await cookieOf(email), await lastEvent(references[who])];
    await viewAll(cookie, references[who], seen);
  }
});
afterAll(async () => {
  viewers.forEach((viewer) => viewer.close());
  await balancer?.stop();
  await second?.stop();
  await first?.stop();
});

test('whichever node an agent is on, every viewer hears every answer once, and nobody another’s', async () => {
  const adas = [await agentClient(first), await agentClient(second)];
  for (let count = 0; count < 6; count += 1) await adas[count % 2]?.reply(references.cora, `Answer ${count}.`);
  await adas[1]?.reply(references.otto, 'For Otto.');
  const answers = (viewer: Viewer, who: 'cora' | 'otto'): number[] => viewer.news.filter(({ type, reference }) => type === 'answered' && reference === references[who]).map(({ id }) => id);
  await until(() => ofOne('cora').every((viewer) => answers(viewer, 'cora').length >= 6) && ofOne('otto').every((viewer) => answers(viewer, 'otto').length >= 1), 10_000);
  // One that came twice would do so within this time.
  await pause(1000);
  for (const viewer of ofOne('cora')) expect([answers(viewer, 'cora').length, new Set(answers(viewer, 'cora')).size, answers(viewer, 'otto').length]).toEqual([6, 6, 0]);
  for (const viewer of ofOne('otto')) expect([answers(viewer, 'otto').length, answers(viewer, 'cora').length]).toEqual([1, 0]);
});

test('who signs out on one node is put out on the other', async () => {
  const cookie = await cookieOf('cora@example.com');
  const page = await customerPage(second.url, cookie);
  await fetch(`${first.url}/api/portal/auth/logout`, { method: 'POST', headers: { cookie } });
  expect(await page.cut).toBe('io server disconnect');
});

test('a visitor on one node and an agent on the other chat: taking, words, typing both ways and the end arrive', async () => {
  const login = await fetch(`${second.url}/admin/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'ada@example.com', password: demoPassword }) });
  const { data } = (await login.json()) as { data: { token?: string; accessToken?: string } };
  const ada = new Visitor(`${second.url}/portal`, { authorization: `Bearer ${data.token ?? data.accessToken}` });
  await ada.put('/chat-seat', { available: true });
  const agent = await agentPage(second.url, ada);
  const [told, signs]: [ChatNews[], ChatTyping[]] = [[], []];
  agent.socket.on('chat', (news: ChatNews) => told.push(news)).on('chatTyping', (sign: ChatTyping) => signs.push(sign));
  const chat = await begin(new Visitor(`${first.url}/api/portal`), 'Does it reach the other node?');
  const page = await chatPageOf(first, chat);
  await heard(agent.socket, 'chat', told, ({ chat: key }) => key === chat.key);
  expect((await ada.post(`/chats/${chat.key}/acceptance`)).status).toBe(201);
  await page.hears(({ message }) => message === 2);
  page.socket.emit('typing', { typing: true });
  await heard(agent.socket, 'chatTyping', signs, ({ chat: key, typing }) => key === chat.key && typing);
  await chat.write('It does.');
  await heard(agent.socket, 'chat', told, ({ chat: key, message }) => key === chat.key && message === 3);
  agent.socket.emit('chatTyping', { chat: chat.key, typing: true });
  await heard(page.socket, 'typing', page.typing, ({ typing }) => typing);
  await ada.post(`/chats/${chat.key}/messages`, { text: 'And back.' });
  await page.hears(({ message }) => message === 4);
  await ada.post(`/chats/${chat.key}/closure`);
  await page.hears(({ message }) => message === 5);
  const { state, messages } = await chat.show();
  expect([state, ...messages.map(({ text, happened }) => happened ?? text)]).toEqual(['ended', 'Does it reach the other node?', 'joined', 'It does.', 'And back.', 'ended_by_agent']);
  // What came over from the other node came once.
  expect(page.news.filter(({ message }) => message === 4)).toHaveLength(1);
  page.socket.disconnect();
  agent.close();
});

test('when a node is killed, its viewers are back within five seconds and have missed nothing', async () => {
  const seen = await lastEvent(references.cora);
  for (const viewer of ofOne('cora')) Object.assign(viewer, { seen, missed: [] });
  const heard = new Map(viewers.map((viewer) => [viewer, viewer.news.length]));
  const cut = viewers.filter(({ socket }) => socket.connected);
  const lost: Viewer[] = [];
  for (const viewer of cut) viewer.socket.once('disconnect', () => lost.push(viewer));
  first.process.kill('SIGKILL');
  await (await agentClient(second)).reply(references.cora, 'While a node was dying.');
  await until(() => lost.length > each / 2, 5000);
  expect(lost.length).toBeGreaterThan(each / 2);
  expect(await until(() => viewers.every(({ socket }) => socket.connected), 6000)).toBeLessThan(5000);
  const knows = (viewer: Viewer): boolean => viewer.missed.includes(true) || viewer.news.slice(heard.get(viewer)).some(({ reference }) => reference === references.cora);
  await until(() => ofOne('cora').every(knows), 5000);
  expect(ofOne('cora').filter((viewer) => !knows(viewer))).toHaveLength(0);
});
