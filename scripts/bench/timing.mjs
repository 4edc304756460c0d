import { createRequire } from 'node:module';
import path from 'node:path';
import { freePort } from '../app/free-port.mjs';
import { step } from '../progress.mjs';
import { fillDataSet } from './data-set.mjs';
import { startMeasuredServer } from './measured-server.mjs';

const require = createRequire(import.meta.url);
const rounds = 150;
const warmUp = 10;
const known = 'customer1@bench.example';
const limits = { PORTAL_LOCKOUT: JSON.stringify({ freeTries: 1000 }), PORTAL_ACCOUNT_MAILS_PER_HOUR: '100000' };
const percentile = (values, share) => values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))];
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values) => mean(values.map((value) => (value - mean(values)) ** 2));

const asks = [
  ['signing in with a wrong password', '/auth/login', (email) => ({ email, password: 'never right at all' })],
  ['asking for a new password', '/auth/password-reset-request', (email) => ({ email })],
  ['registering', '/auth/register', (email) => ({ name: 'Nora', email, password: 'copper lantern seven hills' })],
];

/** The accounts of a data set have no password, and comparing with none is quick. */
const givePassword = (directory) => {
  const db = require('better-sqlite3')(path.join(directory, 'portal.db'));
  db.prepare('update up_users set password = ? where email = ?').run(require('bcryptjs').hashSync('a password that nobody tries', 10), known);
  db.close();
};

const timeOf = async (origin, path, body) => {
  const from = performance.now();
  await (await fetch(`${origin}/api/portal${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).arrayBuffer();
  return performance.now() - from;
};

/** Known and unknown in turn, so that whatever else goes on touches both; which comes first changes each time. */
const compare = async (origin, path, bodyOf) => {
  const times = { known: [], unknown: [] };
  for (let round = -warmUp; round < rounds; round += 1) {
    const pair = [['known', known], ['unknown', `nobody-${round}@bench.example`]];
    for (const [who, email] of round % 2 === 0 ? pair : pair.toReversed()) {
      const time = await timeOf(origin, path, bodyOf(email));
      if (round >= 0) times[who].push(time);
    }
  }
  return times;
};

const rowOf = (what, { known: one, unknown: other }) => {
  const error = Math.sqrt((variance(one) + variance(other)) / rounds);
  const cells = [one, other].flatMap((times) => [percentile(times, 0.5).toFixed(1), percentile(times, 0.95).toFixed(1)]);
  return `| ${[what, ...cells, `${(mean(one) - mean(other)).toFixed(2)} ± ${(2 * error).toFixed(2)}`].join(' | ')} |`;
};

/** Whether answers take longer for an account that exists: milliseconds of both, as a part of the report. */
export const runTiming = async (directory) => {
  const port = await freePort();
  await (await startMeasuredServer(directory, port, limits)).stop();
  fillDataSet(directory, 100, 50);
  givePassword(directory);
  const server = await startMeasuredServer(directory, port, limits);
  const rows = [];
  try {
    for (const [what, path, bodyOf] of asks) await step(`Timing: ${what}`, async () => rows.push(rowOf(what, await compare(server.origin, path, bodyOf))));
  } finally {
    await server.stop();
  }
  return ['## Known and unknown accounts', '', `Milliseconds of ${rounds} calls each, in turn. The last column is the difference of the means with twice its standard error: where it reaches across 0, nothing can be told from it.`, '', '| what | known p50 | known p95 | unknown p50 | unknown p95 | difference |', '|---|---|---|---|---|---|', ...rows].join('\n');
};
