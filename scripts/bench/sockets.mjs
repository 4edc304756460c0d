import { fork } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { freePort } from '../app/free-port.mjs';
import { root } from '../environment.mjs';
import { step } from '../progress.mjs';
import { logAgentIn } from './agent.mjs';
import { fillDataSet } from './data-set.mjs';
import { askable, startMeasuredServer } from './measured-server.mjs';

const require = createRequire(import.meta.url);
const tickets = 5000;
const participants = 20;
const answers = 100;
const megabytes = (bytes) => Math.round(bytes / 1024 / 1024);
const percentile = (values, share) => values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))];
const limits = { PORTAL_LIVE_PER_ADDRESS: '1000000' };

/** Lets others take part in a ticket, so that an event has many viewers. */
const addParticipants = (directory, reference) => {
  const db = require('better-sqlite3')(path.join(directory, 'portal.db'));
  const { id } = db.prepare('select id from portal_tickets where reference = ?').get(reference);
  const add = db.prepare('insert into portal_participants (document_id, key, ticket_id, email, created_at) values (?, ?, ?, ?, ?)');
  for (let n = 1; n <= participants; n += 1) add.run(`bench${n}`, `bench${n}`, id, `customer${n}@bench.example`, Date.now());
  db.close();
};

const prepare = async (directory, sockets) => {
  const port = await freePort();
  await (await startMeasuredServer(directory, port, limits)).stop();
  const people = Math.floor(tickets / 50);
  const { long } = fillDataSet(directory, tickets, Math.max(0, sockets - people));
  addParticipants(directory, long);
  const server = await startMeasuredServer(directory, port, limits);
  await (await fetch(`${server.origin}/support/sign-in`)).arrayBuffer();
  return { server, reference: long };
};

/** Memory of so many signed-in sockets, and how long an event needs to the last of its viewers meanwhile. */
export const runSockets = async (directory, sockets) => {
  const label = `${sockets.toLocaleString('en-GB')} sockets`;
  const { server, reference } = await step(`Filling a database for ${label}`, () => prepare(directory, sockets));
  const child = fork(path.join(root, 'scripts', 'bench', 'socket-clients.mjs'), [server.origin], { cwd: root });
  try {
    const clients = await askable(child, 'The process with the sockets');
    const agent = await logAgentIn(server.origin, await server.ask('agent'));
    await pause(5000);
    const before = await server.ask('memory');
    await step(`Opening ${label}`, () => clients.ask('open', { count: sockets }));
    await pause(5000);
    const after = await server.ask('memory');
    const cpu = await server.ask('cpu');
    await pause(5000);
    const idle = ((await server.ask('cpu')) - cpu) / 50_000;
    const times = await step(`Telling ${participants + 1} viewers of each of ${answers} answers`, () => clients.ask('tell', { count: answers, viewers: participants + 1, reference, ...agent }));
    const of = (name) => times.map((each) => each[name]);
    const told = (name) => `p50 ${Math.round(percentile(of(name), 0.5))} ms, p99 ${Math.round(percentile(of(name), 0.99))} ms`;
    return [
      `## ${label}`,
      '',
      `- memory: ${megabytes(before)} MB before, ${megabytes(after)} MB with them: ${megabytes(after - before)} MB more (promised ≤ 350 MB for 5,000)`,
      `- processor while nothing happens, sessions looked after each second: ${idle.toFixed(1)} % of one core`,
      `- an agent's answer until the last of its ${participants + 1} viewers heard: ${told('fromAnswer')} after the server had answered (promised p99 ≤ 150 ms); ${told('fromSent')} after it was sent`,
    ].join('\n');
  } finally {
    child.kill('SIGTERM');
    await server.stop();
  }
};
