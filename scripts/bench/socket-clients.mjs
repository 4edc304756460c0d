import { io } from 'socket.io-client';
import { cookieOf } from './data-set.mjs';

/** Many customers' pages in one process, asked over IPC: `open` and `tell`, below. */
const atOnce = 50;
/** On a machine that is busy with both ends, a handshake can take long. */
const patienceMs = 60_000;
const origin = process.argv[2];
const sockets = [];
/** Who hears of an event, by its id: the time each took since `sent`. */
const heard = new Map();

const open = (n) =>
  new Promise((resolve, reject) => {
    const socket = io(`${origin}/customers`, { path: '/api/portal/socket', transports: ['websocket'], forceNew: true, timeout: patienceMs, extraHeaders: { cookie: cookieOf(n) } });
    socket.on('news', ({ id }) => heard.set(id, [...(heard.get(id) ?? []), performance.now()]));
    socket.once('connect', () => resolve(sockets.push(socket)));
    socket.on('connect_error', (error) => !socket.active && reject(error));
  });

const reply = async ({ reference, authorization }, count) => {
  const sent = performance.now();
  const answer = await fetch(`${origin}/portal/tickets/${reference}/comments`, { method: 'POST', headers: { 'content-type': 'application/json', authorization }, body: JSON.stringify({ body: `Answer ${count} to all of you.` }) });
  await answer.arrayBuffer();
  if (answer.status !== 201) throw new Error(`The agent's reply was answered with ${answer.status}.`);
  return { sent, answered: performance.now() };
};

const tasks = {
  /** Opens `count` sockets, each of another customer. */
  async open({ count }) {
    for (let from = 0; from < count; from += atOnce) await Promise.all(Array.from({ length: Math.min(atOnce, count - from) }, (_, n) => open(from + n)));
    return sockets.length;
  },
  /** Lets an agent answer `count` times; milliseconds from each answer's commit, as far as its sender can know it, until the last viewer heard. */
  async tell({ count, viewers, ...ticket }) {
    const last = [];
    for (let round = 0; round < count; round += 1) {
      heard.clear();
      const { sent, answered } = await reply(ticket, round);
      const complete = () => [...heard.values()].find((times) => times.length >= viewers);
      for (let tries = 0; tries < 500 && !complete(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
      const times = complete();
      if (!times) throw new Error(`Of ${viewers} viewers ${Math.max(0, ...[...heard.values()].map((all) => all.length))} heard.`);
      last.push({ fromSent: Math.max(...times) - sent, fromAnswer: Math.max(...times) - answered });
    }
    return last;
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
