import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { freePort } from '../app/free-port.mjs';
import { recorded, recount } from '../../tests/support/figures-recount.ts';
import { logAgentIn } from './agent.mjs';
import { fillDataSet } from './data-set.mjs';
import { startMeasuredServer } from './measured-server.mjs';
import { thirtyDays } from './measures.mjs';

const require = createRequire(import.meta.url);
const day = (ago) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const spans = () => [[29, 0], [7, 7], [364, 335], [180, 90], [400, 0]].map(([from, to]) => ({ from: day(from), to: day(to) }));
const dimensions = ['segment', 'category', 'agent', 'language'];

const asked = async (server, agent, address) => {
  const answer = await fetch(`${server.origin}${address}`, { headers: agent });
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}: ${await answer.text()}`);
  return (await answer.json()).data;
};

/** Until every ticket is counted. */
const counted = async (server, agent) => {
  const from = Date.now();
  while (!(await asked(server, agent, `/portal/analytics?${thirtyDays()}`)).complete) await pause(200);
  return Date.now() - from;
};

/** Each figure of each span, of all and of each part, both ways; answers what differs. */
const compare = async (server, agent, known) => {
  const differing = [];
  let compared = 0;
  const look = (question, figures) => {
    compared += 1;
    const slow = recount(known, { ...question, timeZone: 'UTC' });
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(slow)), figures)) differing.push({ question, slow, figures });
  };
  for (const span of spans()) {
    look(span, (await asked(server, agent, `/portal/analytics?${new URLSearchParams(span)}`)).figures);
    for (const by of dimensions) for (const { value, figures } of await asked(server, agent, `/portal/analytics/parts?${new URLSearchParams({ ...span, by })}`)) look({ ...span, by, value }, figures);
  }
  return { compared, differing };
};

/** Milliseconds of processor time and of waiting that the server takes for one request, one after the other. */
const costOf = async ({ origin, ask }, address, headers, count) => {
  const [cpu, from] = [await ask('cpu'), performance.now()];
  for (let n = 0; n < count; n += 1) await (await fetch(`${origin}${address(n)}`, { headers })).arrayBuffer();
  const waited = (performance.now() - from) / count;
  return { cpu: ((await ask('cpu')) - cpu) / count / 1000, waited };
};

const costs = async (server, data, agent) => {
  const measures = [
    ['F1: no-op API route', () => '/api/bench/nothing', {}],
    ['customer’s list, 25 rows', () => '/api/portal/tickets?pageSize=25', { cookie: data.cookie }],
    ['FA: the admin’s own /admin/users/me', () => '/admin/users/me', agent],
    ['inbox, 25 of all open', () => '/portal/tickets?pageSize=25&state=active&snoozed=no', agent],
    ['analytics of 30 days, asked again', () => `/portal/analytics?${thirtyDays()}`, agent],
    ['analytics of 30 days, never asked before', (n) => `/portal/analytics?${thirtyDays(n + 1)}`, agent],
    ['tickets behind a figure', () => `/portal/tickets?counted=resolved&from=${day(29)}&to=${day(0)}`, agent],
  ];
  for (const [, address, headers] of measures.filter(([name]) => !name.includes('never'))) await costOf(server, address, headers, 30);
  const lines = [];
  for (const [name, address, headers] of measures) {
    const { cpu, waited } = await costOf(server, address, headers, 60);
    lines.push(`| ${name} | ${cpu.toFixed(2)} | ${waited.toFixed(2)} |`);
  }
  const seldom = measures.filter(([name]) => /list|users\/me|inbox|again/.test(name));
  return ['| one request | CPU ms | waited ms |', '|---|---:|---:|', ...lines, ...(await costAfterPauses(server, seldom))].join('\n');
};

/** Whoever comes when nobody has asked for a while: what is kept for seconds is read anew, the admin's sign-in too. */
const costAfterPauses = async (server, measures) => {
  const costs = new Map(measures.map(([name]) => [name, []]));
  for (let n = 0; n < 5; n += 1) {
    await pause(10_100);
    for (const [name, address, headers] of measures) {
      // A processor that slept is slow at first, and the one before was signed in: an admin's sign-in is believed for a second.
      await pause(1100);
      await costOf(server, () => '/api/bench/nothing', {}, 30);
      costs.get(name).push(await costOf(server, address, headers, 1));
    }
  }
  const middle = (name, key) => costs.get(name).map((cost) => cost[key]).toSorted((one, other) => one - other)[2].toFixed(2);
  return measures.map(([name]) => `| ${name.replace(', asked again', '')}, after ten seconds in which nobody asked | ${middle(name, 'cpu')} | ${middle(name, 'waited')} |`);
};

/** The report, and how many figures differ. */
export const runFigures = async (directory, size, step) => {
  const port = await freePort();
  await (await startMeasuredServer(directory, port)).stop();
  const data = await step(`Filling a database with ${size} tickets`, async () => fillDataSet(directory, size, 1, { histories: true }));
  const server = await startMeasuredServer(directory, port);
  try {
    const agent = await logAgentIn(server.origin, await server.ask('agent'));
    const took = await step('Counting them as after an upgrade', () => counted(server, agent));
    await server.ask('words');
    const db = require('better-sqlite3')(path.join(directory, 'portal.db'), { readonly: true });
    const known = await recorded(async (sql) => db.prepare(sql).all());
    db.close();
    const { compared, differing } = await step('Counting them the slow way', () => compare(server, agent, known));
    for (const each of differing.slice(0, 5)) console.log(JSON.stringify(each));
    const table = await step('Measuring', () => costs(server, data, agent));
    const report = [`${known.tickets.length} tickets, ${[...known.lines.values()].flat().length} lines of timelines, ${known.ratings.size} ratings; first counted in ${(took / 1000).toFixed(1)} s, in the background of a start.`, '', `${compared} sets of figures compared with a slow count of their own: ${differing.length} differ.`, '', table].join('\n');
    return { report, differences: differing.length };
  } finally {
    await server.stop();
  }
};
