import { createRequire } from 'node:module';
import { withHiddenBindings } from '../../plugin/server/src/platform/hidden-bindings';
import { compilations } from '../support/compilations';

interface Database {
  exec(sql: string): void;
  prepare(sql: string): { all(bindings: unknown[]): unknown[] };
  close(): void;
}
const Sqlite = createRequire(__filename)('better-sqlite3') as new (file: string) => Database;

const bySession = 'select s.id, c.name from sessions s join customers c on c.id = s.customer where s.token = ? limit ?';
let db: Database;
beforeAll(() => {
  db = new Sqlite(':memory:');
  db.exec(`create table customers (id integer primary key, name text);
    create table sessions (id integer primary key, customer integer, token text unique);
    insert into customers values (1, 'Cora'), (2, 'Otto');
    insert into sessions values (10, 1, 'one'), (20, 2, 'two')`);
});
afterAll(() => db.close());

/** How often SQLite compiles a statement while it is run three times more. */
const compiled = async (sql: string): Promise<number> => {
  const statement = db.prepare(sql);
  statement.all(['two', 1]);
  return (await compilations(() => ['one', 'two', 'one'].map((token) => statement.all([token, 1])))).length;
};

describe('a statement on SQLite', () => {
  test('is compiled for each run where the planner looks at its values', async () => expect(await compiled(bySession)).toBe(3));
  test('is compiled once where they are hidden', async () => expect(await compiled(withHiddenBindings(bySession))).toBe(0));
  test('finds the same rows either way', () => {
    for (const bindings of [['one', 1], ['two', 5], ['two', 0], ['three', 1]]) expect(db.prepare(withHiddenBindings(bySession)).all(bindings)).toEqual(db.prepare(bySession).all(bindings));
  });
});

test('a list of one is a comparison, because nothing is in the order of a table of one', () => {
  expect(withHiddenBindings('select 1 from t where a in (?) and b not in (?) and c in (?, ?)')).toBe('select 1 from t where a = (select ?) and b <> (select ?) and c in ((select ?), (select ?))');
});

test('a question mark between quotes or in a remark stays what it is', () => {
  expect(withHiddenBindings("select ? -- isn't it?\n, ?")).toBe("select (select ?) -- isn't it?\n, (select ?)");
  expect(withHiddenBindings(`select '?', 'it''s ?', "a?", \`b?\`, ? from t where x like ? escape '!'`)).toBe(`select '?', 'it''s ?', "a?", \`b?\`, (select ?) from t where x like (select ?) escape '!'`);
});
