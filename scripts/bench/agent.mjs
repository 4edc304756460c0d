import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../environment.mjs';

const require = createRequire(import.meta.url);
const email = 'agent@bench.example';

/** Makes an agent with the rights of the inbox; answers what he logs in with. */
export const makeBenchAgent = async (app) => {
  const { demoPassword, makeAgent } = require(path.join(root, 'dist', 'database', 'seeds', 'builders', 'people.js'));
  if (!(await app.db.query('admin::user').findOne({ where: { email } }))) await makeAgent(app, 'Bench', 'Agent', email);
  return { email, password: demoPassword };
};

/** Puts every chat that waits into the hands of this agent. */
export const takeAllChats = async (app) => {
  const { id } = await app.db.query('admin::user').findOne({ where: { email } });
  await app.db.query('plugin::portal.chat').updateMany({ where: { state: 'waiting' }, data: { state: 'open', agentId: id, agentName: 'Bench Agent', takenAt: new Date() } });
};

/** Logs an agent in as the admin does; answers the header of his requests. */
export const logAgentIn = async (origin, credentials) => {
  const answer = await fetch(`${origin}/admin/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(credentials) });
  const { data } = await answer.json();
  if (!data?.token) throw new Error(`The bench's agent could not log in (${answer.status}).`);
  return { authorization: `Bearer ${data.token}` };
};

const rounds = 3;
const requests = 60;
const middle = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/** What is measured: F1 and the customer's list first, because the others are compared with them. */
const measured = ({ cookie, long }, agent) => [
  { name: 'F1: no-op API route', path: '/api/bench/nothing' },
  { name: 'customer’s list, 25 rows', path: '/api/portal/tickets?pageSize=25', headers: { cookie } },
  { name: 'FA: the admin’s own /admin/users/me', path: '/admin/users/me', headers: agent },
  { name: 'inbox, 25 of all open', path: '/portal/tickets?pageSize=25&state=active&snoozed=no', headers: agent },
  { name: 'inbox, waiting for us', path: '/portal/tickets?pageSize=25&state=active&snoozed=no&turn=agent', headers: agent },
  { name: 'inbox, overdue', path: '/portal/tickets?pageSize=25&state=active&due=breached&sort=dueAt', headers: agent },
  { name: 'search, words of most tickets', path: '/portal/tickets?pageSize=25&q=my%20parcel%20has%20not', headers: agent },
  { name: 'the same, best match first', path: '/portal/tickets?pageSize=25&q=my%20parcel%20has%20not&sort=match', headers: agent },
  { name: 'search, a word of no ticket', path: '/portal/tickets?pageSize=25&q=zebra', headers: agent },
  { name: 'search, a reference', path: `/portal/tickets?pageSize=25&q=${long}`, headers: agent },
  { name: 'counts of all views', path: '/portal/views', headers: agent },
];

/** Milliseconds of processor time that the server takes for one request, one after the other. */
const cpuOf = async ({ origin, ask }, { path: address, headers = {} }, count) => {
  const before = await ask('cpu');
  for (let n = 0; n < count; n += 1) {
    const answer = await fetch(`${origin}${address}`, { headers });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${address} answers ${answer.status}.`);
  }
  return ((await ask('cpu')) - before) / count / 1000;
};

/**
 * What the agents' inbox costs beside the floor and the customer's list, as a Markdown table: processor time a
 * request, the middle of three rounds taken in turn. On a shared machine that says more than a rate.
 */
export const inboxTable = async (server, data, agent) => {
  await server.ask('words');
  const measures = measured(data, agent).map((measure) => ({ ...measure, taken: [] }));
  for (const measure of measures) await cpuOf(server, measure, 20);
  for (let round = 0; round < rounds; round += 1) for (const measure of measures) measure.taken.push(await cpuOf(server, measure, requests));
  const [floor, list, admin] = measures.map(({ taken }) => middle(taken));
  const line = ({ name, taken }) => {
    const own = middle(taken);
    return `| ${name} | ${own.toFixed(2)} | ${(floor / own).toFixed(2)} × F1 | ${(own / list).toFixed(2)} × | ${(own - admin).toFixed(2)} |`;
  };
  return ['| CPU a request | ms | rate against F1 | cost against the customer’s list | beyond what the admin takes for any request, ms |', '|---|---|---|---|---|', ...measures.map(line)].join('\n');
};
