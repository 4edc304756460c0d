import fs from 'node:fs';
import path from 'node:path';
import { root } from '../environment.mjs';
import { sectionsOf } from './sections.mjs';

const directory = path.resolve(process.env.SEARCH_SET ?? path.join(root, '..', 'shared', 'search-set'));
const read = (name) => fs.readFileSync(path.join(directory, name), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const files = ['articles.jsonl', 'queries.jsonl', 'out-of-scope.jsonl'];

/** An article of the set as the index takes it. */
const toDocument = ({ id, title, summary, body }) => ({ key: id, language: 'en', title, keywords: [], audiences: [], sections: sectionsOf(summary, body) });
/** A question with its title and the rest of its text apart, as a form would send them. */
const toQuestion = ({ id, title, text, relevant, created }) => ({ id, title, rest: text.startsWith(title) ? text.slice(title.length).trim() : text, text, relevant, created });

/** The set, or what of it is missing. Questions of 2023 are `history`, those of 2024 `later`. */
export const readSearchSet = () => {
  const missing = files.map((name) => path.join(directory, name)).find((file) => !fs.existsSync(file));
  if (missing) return { missing };
  const questions = read('queries.jsonl').map(toQuestion);
  const set = {
    articles: read('articles.jsonl').map(toDocument),
    questions,
    history: questions.filter(({ created }) => created < '2024-01-01'),
    later: questions.filter(({ created }) => created >= '2024-01-01'),
    outOfScope: read('out-of-scope.jsonl').map(({ text }) => text),
  };
  return { set };
};
