import { freePort } from '../app/free-port.mjs';
import { step } from '../progress.mjs';
import { inboxTable, logAgentIn } from './agent.mjs';
import { fillDataSet } from './data-set.mjs';
import { startMeasuredServer } from './measured-server.mjs';
import { measuresOf } from './measures.mjs';
import { measureInRounds } from './rounds.mjs';
import { tableOf } from './table.mjs';

const senders = 400;

/** Boots once so that the tables exist, fills them, boots again: the second start is the one that is timed. */
const prepareServer = async (directory, size) => {
  const port = await freePort();
  await (await startMeasuredServer(directory, port)).stop();
  const data = fillDataSet(directory, size, senders);
  const server = await startMeasuredServer(directory, port);
  const from = Date.now();
  await (await fetch(`${server.origin}/support/sign-in`)).arrayBuffer();
  return { server, data, firstPage: server.startedIn + Date.now() - from };
};

/** SQL statements of one request, once caches are warm. */
const countQueries = async (server, path, cookie) => {
  await server.ask('queries');
  const answer = await fetch(`${server.origin}${path}`, { headers: { cookie }, redirect: 'manual' });
  await answer.arrayBuffer();
  const statements = await server.ask('queries');
  return answer.ok ? statements.length : null;
};

/** The status of a second visit by a browser that kept the first. */
const repeatView = async (url) => {
  const etag = (await fetch(url)).headers.get('etag');
  return etag === null ? 'no ETag' : (await fetch(url, { headers: { 'if-none-match': etag } })).status;
};

/** Measures one data set and answers its part of the report. */
export const runDataSet = async (directory, size) => {
  const label = `${size.toLocaleString('en-GB')} tickets`;
  const { server, data, firstPage } = await step(`Filling a database with ${label}`, () => prepareServer(directory, size));
  try {
    const known = { token: await server.ask('token', data.viewer.user), article: await server.ask('article'), agent: await logAgentIn(server.origin, await server.ask('agent')) };
    await server.ask('words');
    const measures = measuresOf(server, data, known);
    const results = await measureInRounds(measures);
    const memory = Math.round((await server.ask('memory')) / 1024 / 1024);
    const counts = [];
    for (const { name, path } of measures.filter((measure) => measure.path)) counts.push(`${name} ${(await countQueries(server, path, data.cookie)) ?? 'absent'}`);
    const facts = [`article page, asked for again with its ETag: ${await repeatView(`${server.origin}/support/articles/${known.article}`)} (promised 304)`, `SQL statements a request: ${counts.join(' · ')}`, `built start to first page: ${(firstPage / 1000).toFixed(1)} s (promised ≤ 5 s)`, `memory after load: ${memory} MB (promised ≤ 450 MB)`];
    const inbox = await inboxTable(server, data, known.agent);
    return [`## ${label}`, '', tableOf(measures, results), '', inbox, '', ...facts.map((fact) => `- ${fact}`)].join('\n');
  } finally {
    await server.stop();
  }
};

/** The same for the agents' inbox alone. */
export const runInbox = async (directory, size) => {
  const label = `${size.toLocaleString('en-GB')} tickets`;
  const { server, data } = await step(`Filling a database with ${label}`, () => prepareServer(directory, size));
  try {
    const agent = await logAgentIn(server.origin, await server.ask('agent'));
    return [`## ${label}`, '', await step('Measuring the inbox', () => inboxTable(server, data, agent))].join('\n');
  } finally {
    await server.stop();
  }
};
