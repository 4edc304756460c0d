import { step } from '../progress.mjs';
import { makePostgres, makeSqlite } from './databases.mjs';
import { placesOf, recallOf, table } from './figures.mjs';
import { startProcess } from './measured-process.mjs';
import { askSilence, silenceTable } from './silence.mjs';
import { variants, withoutHistory } from './variants.mjs';

const shipped = 'all (as shipped)';
const textsOf = (questions) => questions.map(({ text }) => text);

const recallRows = async (process, names, questions) => {
  const rows = new Map();
  for (const variant of names) rows.set(variant, recallOf(placesOf(questions, await process.ask('orders', { texts: textsOf(questions), variant }))));
  return rows;
};

const halves = async (process, questions) => {
  const answers = await process.ask('orders', { texts: textsOf(questions), variant: shipped });
  const half = (rest) => recallOf(placesOf(questions, answers).filter((_, number) => number % 2 === rest)).join(' / ');
  return `odd ${half(1)}, even ${half(0)}`;
};

/** Everything that needs the set's answers, on one SQLite database. */
const onSqlite = async (set, process) => {
  await process.ask('fill', set.articles);
  const plain = await recallRows(process, withoutHistory, set.questions);
  const plainHalves = await halves(process, set.questions);
  const quiet = await askSilence(set, process);
  const before = await process.ask('orders', { texts: textsOf(set.questions), variant: shipped });
  await process.ask('learn', set.history);
  const learned = await recallRows(process, Object.keys(variants), set.later);
  const learnedHalves = await halves(process, set.later);
  const after = await process.ask('orders', { texts: textsOf(set.questions), variant: shipped });
  return { plain, plainHalves, learned, learnedHalves, before, after, silence: { quiet, taught: await askSilence(set, process) } };
};

const sameOrder = (ours, theirs) => `${((ours.filter((order, number) => order.join() === theirs[number].join()).length / ours.length) * 100).toFixed(1)} %`;

const onPostgres = async (set, { before, after }) => {
  const database = await makePostgres();
  if (!database.environment) return `PostgreSQL against SQLite: SKIPPED, none answers (${database.reason}).`;
  const process = await startProcess(database.environment);
  try {
    await process.ask('fill', set.articles);
    const plain = await process.ask('orders', { texts: textsOf(set.questions), variant: shipped });
    await process.ask('learn', set.history);
    const learned = await process.ask('orders', { texts: textsOf(set.questions), variant: shipped });
    return `PostgreSQL against SQLite, the same first ten in the same order: ${sameOrder(before, plain)} without history, ${sameOrder(after, learned)} with it.`;
  } finally {
    await process.stop();
    await database.drop();
  }
};

/** How well it finds, and how well it keeps silent; a part of the report. */
export const measureQuality = async (set) => {
  const database = makeSqlite();
  const process = await step('Starting the product', () => startProcess(database.environment));
  try {
    const result = await step('Asking all questions, with each part of the ranking', () => onSqlite(set, process));
    const compared = await step('Asking again on PostgreSQL', () => onPostgres(set, result));
    const rows = Object.keys(variants).map((name) => [name, ...(result.plain.get(name) ?? ['', '', '', '']), ...(result.learned.get(name) ?? [])]);
    const reach = ['**to reach**', '30', '47', '54', '40', '43', '63', '73', '55'];
    const head = ['', `all ${set.questions.length}, no history: R@1`, 'R@3', 'R@5', 'MRR', `the ${set.later.length} of 2024, ${set.history.length} learned: R@1`, 'R@3', 'R@5', 'MRR'];
    return ['## Finding', table(head, [...rows, reach]), `Halves of the questions (R@1 / R@3 / R@5 / MRR): no history ${result.plainHalves}; learned ${result.learnedHalves}.`, compared, '## Keeping silent', silenceTable(result.silence)].join('\n\n');
  } finally {
    await process.stop();
    database.drop();
  }
};
