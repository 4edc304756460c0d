import { inTransaction } from '../../platform/rows';
import { readRows, writeStatement } from '../../platform/statements';
import type { Binding } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import type { Condition } from '../list-query';
import type { AskedWord } from './cut';

/** What a ticket is found by: words of its subject, and of all that agents may read of it. */
export interface TicketWords {
  ticketId: number;
  heading: string;
  words: string;
}

/** How one of the two databases keeps and finds words; `key` is the column with the ticket's id. */
interface Dialect {
  key: string;
  create: string[];
  put: { into: string; row: string; after: string };
  /** What a sentence about words looks like, with one binding. */
  matches: string;
  headed: string;
  question(asked: AskedWord[]): string;
  headedQuestion(asked: AskedWord[]): string;
  /** Lets one writer at a time read tickets and keep their words, so that nothing older comes last. */
  alone: { sql: string; bindings: Binding[] } | null;
  /** Makes one piece of the many that changes leave, in steps; removed words are off the disk then. Null where the database does so by itself. */
  tidy: { begin: string; goOn: string; changes: string } | null;
}

/** A few milliseconds of work. */
const pagesAtOnce = 16;

const quoted = ({ word, begins }: AskedWord): string => `"${word}"${begins ? '*' : ''}`;
const all = (asked: AskedWord[]): string => asked.map(quoted).join(' AND ');

// Words come folded and apart by spaces, so that both databases hold the same ones: `ascii` takes every other letter
// as it is. Without positions and without the texts the index is a tenth of what it finds.
const sqlite: Dialect = {
  key: 'rowid',
  create: [`create virtual table if not exists portal_ticket_words using fts5(heading, words, content='', contentless_delete=1, detail=column, tokenize='ascii')`],
  put: { into: 'insert or replace into portal_ticket_words (rowid, heading, words) values', row: '(?, ?, ?)', after: '' },
  matches: 'portal_ticket_words match ?',
  headed: 'portal_ticket_words match ?',
  question: all,
  headedQuestion: (asked) => `heading : (${all(asked)})`,
  // It has one writer anyway.
  alone: null,
  tidy: {
    begin: `insert into portal_ticket_words (portal_ticket_words, rank) values ('merge', -${pagesAtOnce})`,
    goOn: `insert into portal_ticket_words (portal_ticket_words, rank) values ('merge', ${pagesAtOnce})`,
    changes: 'select total_changes() as "total"',
  },
};

const tsquery = (asked: AskedWord[]): string => asked.map(({ word, begins }) => `'${word}'${begins ? ':*' : ''}`).join(' & ');
const lexemes = `array_to_tsvector(array_remove(string_to_array(?, ' '), ''))`;

const postgres: Dialect = {
  key: 'ticket_id',
  create: [
    'create table if not exists portal_ticket_words (ticket_id integer primary key, heading tsvector not null, words tsvector not null)',
    'create index if not exists portal_ticket_words_words on portal_ticket_words using gin (words)',
  ],
  put: { into: 'insert into portal_ticket_words (ticket_id, heading, words) values', row: `(?, ${lexemes}, ${lexemes})`, after: 'on conflict (ticket_id) do update set heading = excluded.heading, words = excluded.words' },
  matches: 'words @@ ?::tsquery',
  headed: 'heading @@ ?::tsquery',
  question: tsquery,
  headedQuestion: tsquery,
  alone: { sql: 'select pg_advisory_xact_lock(hashtext(?))', bindings: ['portal_ticket_words'] },
  // Rows are removed whole, and autovacuum does the rest.
  tidy: null,
};

/** How the database at hand keeps words. */
export const dialectOf = (strapi: Strapi): Dialect => (strapi.db.dialect.client === 'postgres' ? postgres : sqlite);

/** Makes the table, unless it is there. Strapi leaves alone what it has not made itself. */
export const createTable = async (strapi: Strapi): Promise<void> => {
  for (const sql of dialectOf(strapi).create) await writeStatement(strapi, sql, []);
};

/** Keeps the words of some tickets in place of those before, in one statement; at most a few hundred. */
export const putWords = async (strapi: Strapi, found: TicketWords[]): Promise<void> => {
  if (found.length === 0) return;
  const { put } = dialectOf(strapi);
  const bindings: Binding[] = found.flatMap(({ ticketId, heading, words }) => [ticketId, heading, words]);
  await writeStatement(strapi, `${put.into} ${found.map(() => put.row).join(', ')} ${put.after}`, bindings);
};

/** What the index has to meet so that all asked words are in a ticket; `inHeading`: in its subject. */
export const matching = (strapi: Strapi, asked: AskedWord[], inHeading = false): Condition => {
  const { matches, headed, question, headedQuestion } = dialectOf(strapi);
  return { sql: inHeading ? headed : matches, bindings: [inHeading ? headedQuestion(asked) : question(asked)] };
};

/** The ids of the tickets that meet it, as a subquery. */
export const idsMatching = (strapi: Strapi, { sql, bindings }: Condition): Condition => ({ sql: `select ${dialectOf(strapi).key} from portal_ticket_words where ${sql}`, bindings });

/** One step of tidying; false when nothing is left to do. */
export const tidyStep = async (strapi: Strapi, isFirst: boolean): Promise<boolean> => {
  const { tidy } = dialectOf(strapi);
  if (!tidy) return false;
  return inTransaction(strapi, async () => {
    const count = async (): Promise<number> => (await readRows<{ total: number }>(strapi, tidy.changes))[0]?.total ?? 0;
    const before = await count();
    await writeStatement(strapi, isFirst ? tidy.begin : tidy.goOn, []);
    // FTS5 says so in this way: a step that did nothing changes one row.
    return (await count()) - before >= 2;
  });
};
