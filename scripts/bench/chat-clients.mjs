import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';

/** Many visitors' pages and one agent's in one process, asked over IPC: `begin`, `talk` and `flood`, below. */
const origin = process.argv[2];
const patienceMs = 60_000;
const chats = [];
let desk;
/** When each end heard of a message: `chat number` → time. */
const heard = { visitor: new Map(), agent: new Map() };
const nameOf = ({ chat, message }) => `${chat} ${message}`;

const call = async (address, body, headers, method = 'POST') => {
  const answer = await fetch(`${origin}${address}`, { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  const text = await answer.text();
  if (answer.status > 299) throw new Error(`${address} answered ${answer.status}: ${text}`);
  return JSON.parse(text);
};
const connected = (socket) =>
  new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.on('connect_error', (error) => !socket.active && reject(error));
  });
const options = { path: '/api/portal/socket', transports: ['websocket'], forceNew: true, timeout: patienceMs };

const beginOne = async () => {
  const { data, meta } = await call('/api/portal/chats', { text: 'Hello' }, { 'idempotency-key': randomUUID() });
  const chat = { key: data.key, token: meta.visitor, sent: { visitor: 0, agent: 0 } };
  const socket = io(`${origin}/chats`, { ...options, auth: { chat: chat.key, visitor: chat.token } });
  socket.on('chat', (news) => heard.visitor.set(nameOf(news), performance.now()));
  await connected(socket);
  chats.push(chat);
};

const inTurn = async (atOnce, works) => {
  const waiting = [...works];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let work = waiting.shift(); work; work = waiting.shift()) await work();
  }));
};

/** Sends one message of one side; milliseconds until its answer, and what to look for at the other end. */
const send = async (chat, side) => {
  const text = `${side} ${(chat.sent[side] += 1)}`;
  const from = performance.now();
  const headers = side === 'agent' ? desk : { 'portal-visitor': chat.token };
  const { data } = await call(`${side === 'agent' ? '/portal' : '/api/portal'}/chats/${chat.key}/messages`, { text }, { 'idempotency-key': randomUUID(), ...headers });
  const answered = performance.now();
  return { from, answered, other: side === 'agent' ? 'visitor' : 'agent', name: nameOf({ chat: chat.key, message: data.id }) };
};

const times = async (sent) => {
  for (let tries = 0; tries < 1000 && sent.some(({ other, name }) => !heard[other].has(name)); tries += 1) await pause(10);
  const lost = sent.filter(({ other, name }) => !heard[other].has(name));
  if (lost.length > 0) throw new Error(`${lost.length} messages were not heard of at the other end.`);
  const at = ({ other, name }) => heard[other].get(name);
  return { sent: sent.map(({ from, answered }) => answered - from), heard: sent.map((each) => Math.max(0, at(each) - each.answered)), whole: sent.map((each) => at(each) - each.from) };
};

const isOrdered = async ({ key, token, sent }) => {
  const texts = [];
  for (let after = 0, more = true; more; ) {
    const { data } = await (await fetch(`${origin}/api/portal/chats/${key}?after=${after}`, { headers: { 'portal-visitor': token } })).json();
    texts.push(...data.messages.map(({ text }) => text));
    ({ more } = data);
    after = data.messages.at(-1)?.id ?? after;
  }
  const of = (side) => texts.filter((text) => text.startsWith(`${side} `));
  return ['visitor', 'agent'].every((side) => of(side).join() === Array.from({ length: sent[side] }, (_none, n) => `${side} ${n + 1}`).join());
};

const tasks = {
  /** Begins `count` chats with a page each, and has one agent take all. */
  async begin({ count, authorization }) {
    desk = { authorization };
    await call('/portal/chat-seat', { available: true }, desk, 'PUT');
    const { data } = await call('/portal/live-passes', {}, desk);
    const socket = io(`${origin}/agents`, { ...options, auth: { pass: data.pass } });
    socket.on('chat', (news) => heard.agent.set(nameOf(news), performance.now()));
    await connected(socket);
    await inTurn(10, Array.from({ length: count }, () => () => beginOne()));
    return chats.length;
  },
  /** One message after the other, of alternating sides and chats. */
  async talk({ messages, everyMs }) {
    const sent = [];
    for (let n = 0; n < messages; n += 1) {
      sent.push(send(chats[(n * 7) % chats.length], n % 2 === 0 ? 'visitor' : 'agent'));
      await pause(everyMs);
    }
    return times(await Promise.all(sent));
  },
  /** `rounds` messages of each side of each chat, as fast as they are taken. */
  async flood({ rounds, atOnce }) {
    const sent = [];
    const began = performance.now();
    for (let round = 0; round < rounds; round += 1) await inTurn(atOnce, chats.flatMap((chat) => ['visitor', 'agent'].map((side) => async () => sent.push(await send(chat, side)))));
    const perSecond = (sent.length / (performance.now() - began)) * 1000;
    let ordered = 0;
    for (const chat of chats) ordered += (await isOrdered(chat)) ? 1 : 0;
    return { ...(await times(sent)), messages: sent.length, perSecond, ordered };
  },
};

process.on('message', async ({ id, ask, value }) => {
  try {
    process.send({ id, answer: await tasks[ask](value) });
  } catch (error) {
    process.send({ id, error: error.stack ?? String(error) });
  }
});
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });
