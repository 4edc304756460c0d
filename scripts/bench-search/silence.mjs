import { areaUnder, quantile, shareFrom, table } from './figures.mjs';

const joinedQuestions = 8;
const percent = (share) => `${(share * 100).toFixed(0)} %`;

/** Foreign questions put together, as long as a ticket: length must not pass for fitting. */
const longOf = (texts) => Array.from({ length: Math.floor(texts.length / joinedQuestions) }, (_, number) => texts.slice(number * joinedQuestions, (number + 1) * joinedQuestions).join(' '));

/** How relevant the best article is said to be, for real and for foreign questions. */
export const askSilence = async (set, process) => {
  const ask = async (questions) => process.ask('relevance', questions);
  const foreign = (text) => ({ title: '', text });
  const tickets = await ask(set.later.map(({ title, rest }) => ({ title, text: rest })));
  const relevance = (answers) => answers.map((answer) => answer.relevance);
  return {
    threshold: tickets[0].threshold,
    tickets: relevance(tickets),
    titles: relevance(await ask(set.later.map(({ title }) => ({ title: '', text: title })))),
    foreign: relevance(await ask(set.outOfScope.map(foreign))),
    longForeign: relevance(await ask(longOf(set.outOfScope).map(foreign))),
  };
};

const row = (name, real, foreign, threshold) => {
  const least = quantile(real, 0.1);
  return [name, areaUnder(real, foreign).toFixed(3), percent(shareFrom(foreign, least)), percent(shareFrom(real, threshold)), percent(shareFrom(foreign, threshold))];
};

const rows = (label, { tickets, titles, foreign, longForeign, threshold }) => [
  row(`tickets against out-of-scope questions, ${label}`, tickets, foreign, threshold),
  row(`titles alone against out-of-scope questions, ${label}`, titles, foreign, threshold),
  row(`tickets against ${joinedQuestions} out-of-scope questions in one, ${label}`, tickets, longForeign, threshold),
];

/** The table; the first row is the one of search.md (to reach: at most 30 % shown while 90 % are answered). */
export const silenceTable = ({ quiet, taught }) =>
  table(['', 'AUC', 'out-of-scope shown while 90 % are answered', `answered at the shipped threshold (${quiet.threshold})`, 'out-of-scope shown at it'], [...rows('no history', quiet), ...rows('learned', taught)]);
