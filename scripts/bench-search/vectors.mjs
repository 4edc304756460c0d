import { step } from '../progress.mjs';
import { makeSqlite } from './databases.mjs';
import { placesOf, quantile, recallOf, shareFrom, table } from './figures.mjs';
import { startProcess } from './measured-process.mjs';
import { vectorVariants } from './variants.mjs';

const megabytes = (bytes) => `${Math.round(bytes / 1024 / 1024)} MB`;
const pair = (times) => `${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)} ms`;
/** The provider that the environment names, or the one that an npm package brings; no question is late here. */
const environment = () => ({ PORTAL_VECTORS: process.env.PORTAL_VECTORS ?? 'energetic', PORTAL_VECTORS_TIMEOUT_MS: '10000' });

const halvesOf = (questions, orders) => [1, 0].map((rest) => recallOf(placesOf(questions, orders).filter((_, number) => number % 2 === rest)).join(' / '));
const rowsOf = (questions, answers) =>
  Object.keys(vectorVariants).map((name) => {
    const orders = answers.map((answer) => answer.orders[name]);
    return [name, ...recallOf(placesOf(questions, orders)), ...halvesOf(questions, orders)];
  });
const head = (label) => [label, 'R@1', 'R@3', 'R@5', 'MRR', 'odd questions', 'even questions'];

const likenesses = async (process, questions) => (await process.ask('relevance', questions)).map(({ likeness = 0 }) => likeness);
const figure = (value) => value.toFixed(2);

/** Where the likeness of real and of foreign questions lies, from which `leastLikeness` of a provider can be chosen. */
const likenessTable = (real, foreign) =>
  table(['likeness', '5 %', '50 %', '95 %', 'from 0.5 on', 'from 0.6 on', 'from 0.7 on'], [['real questions', real], ['out-of-scope questions', foreign]].map(([name, of]) => [name, ...[0.05, 0.5, 0.95].map((share) => figure(quantile(of, share))), ...[0.5, 0.6, 0.7].map((least) => `${(shareFrom(of, least) * 100).toFixed(0)} %`)]));

const onSqlite = async (set, process) => {
  await process.ask('fill', set.articles);
  const filled = await process.ask('embed');
  if (filled.problem) return filled.problem;
  const plain = await process.ask('voices', set.questions.map(({ text }) => text));
  const titles = await likenesses(process, set.later.map(({ title }) => ({ title: '', text: title })));
  const foreign = await likenesses(process, set.outOfScope.map((text) => ({ title: '', text })));
  await process.ask('learn', set.history);
  const learned = await process.ask('voices', set.later.map(({ text }) => text));
  const times = (of) => pair(plain.map(of));
  return [
    `${filled.model}: ${filled.held} passages in ${(filled.took / 1000).toFixed(0)} s (longest block of the event loop ${filled.block.toFixed(0)} ms), ${megabytes(filled.rss)} more memory. An answer takes ${times(({ words }) => words)} (p50 / p95) by words alone, ${times(({ first }) => first)} with vectors, ${times(({ again }) => again)} when the question is known.`,
    table(head(`all ${set.questions.length}, no history`), rowsOf(set.questions, plain)),
    table(head(`the ${set.later.length} of 2024, ${set.history.length} learned`), rowsOf(set.later, learned)),
    `Titles against out-of-scope questions:\n\n${likenessTable(titles, foreign)}`,
  ].join('\n\n');
};

/** What vectors add, each side alone and together; a part of the report. */
export const measureVectors = async (set) => {
  const database = makeSqlite();
  const process = await startProcess({ ...database.environment, ...environment() });
  try {
    return `## Vectors\n\n${await step('Asking all questions, with vectors (some minutes)', () => onSqlite(set, process))}`;
  } finally {
    await process.stop();
    database.drop();
  }
};
